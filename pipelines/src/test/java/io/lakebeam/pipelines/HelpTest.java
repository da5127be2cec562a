package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
  static List<Commands.Entry> pipelines() {
    return Commands.all().entries();
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void showsEveryOptionWithDescriptionAndDefaultWithinTheWidth(Commands.Entry entry) {
    String help = Help.of(entry, Runner.DIRECT);

    String words = help.replaceAll("\\s+", " ");
    for (ListedOption option : options(entry).toList()) {
      assertThat(words)
          .contains(
              " " + option.name() + " " + option.description() + " Default: " + option.otherwise());
    }
    assertThat(help.lines()).allMatch(line -> line.length() <= Page.WIDTH);
  }

  @Test
  void describesASharedOptionOnceInThePipelinesOwnWords() {
    String help = Help.of(Commands.all().named("events-training"), Runner.DIRECT);

    assertThat(help).containsOnlyOnce("\n  --input ").contains("{yyyy-MMM}");
    assertThat(help).containsSubsequence("\n  --input ", "Shared options:");
  }

  @Test
  void putsThePipelinesOwnOptionsFirst() {
    String help = Help.of(Commands.all().named("trades-top"), Runner.SPARK);

    assertThat(help)
        .containsSubsequence(
            "Options of trades-top:",
            "\n  --top ",
            "\n  --side ",
            "Shared options:",
            "\n  --lake ",
            "\n  --writeMode ",
            "\n  --runner ",
            "\n  --dryRun ",
            "Options of SparkRunner:",
            "\n  --sparkMaster ",
            "Options of the file systems:");
  }

  @Test
  void alignsDescriptions() {
    String help = Help.of(Commands.all().named("trades-top"), Runner.DIRECT);

    int column = 2 + "--gcsUploadBufferSizeBytes".length() + 2;
    assertThat(help.lines().filter(line -> line.startsWith("  ")))
        .allMatch(line -> line.charAt(column - 1) == ' ' && line.charAt(column) != ' ');
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void describesEveryOptionInSentencesAndNamesEveryChoice(Commands.Entry entry) {
    for (OptionSpec option : KnownOptions.own(entry.command().optionsType())) {
      assertDescribed(option);
    }
    KnownOptions.shared().forEach(HelpTest::assertDescribed);
  }

  private static void assertDescribed(OptionSpec option) {
    assertThat(option.description()).as(option.name()).matches("(?s)[A-Z].*\\.");
    assertThat(option.at()).as("%s is @Listed", option.name()).isLessThan(Integer.MAX_VALUE);
    assertThat(option.choices())
        .as(option.name())
        .allMatch(choice -> option.description().contains(choice));
    if (!option.required()) {
      assertThat(option.otherwise()).as(option.name()).isNotEqualTo("none");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "SPARK"})
  void listsNoOptionOfRunnersAndFileSystemsThatIsNotAccepted(Runner runner) {
    KnownOptions known = KnownOptions.of(TradesTopOptions.class, runner);

    assertThat(Stream.concat(ListedOption.of(runner).stream(), ListedOption.fileSystems().stream()))
        .allMatch(option -> known.named(option.name().substring(2)).isPresent());
  }

  private static Stream<ListedOption> options(Commands.Entry entry) {
    List<ListedOption> own = ListedOption.own(entry.command());
    return Stream.of(
            own,
            ListedOption.sharedBeside(own),
            ListedOption.of(Runner.DIRECT),
            ListedOption.fileSystems())
        .flatMap(List::stream);
  }
}
