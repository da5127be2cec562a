package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the option tables of the README to the options: blocks between {@code <!-- options:NAME
 * -->} and {@code <!-- /options -->}. {@code -Dlakebeam.update=true} rewrites them.
 */
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- options:(\\S+) -->\\n)(.*?)(<!-- /options -->)", Pattern.DOTALL);

  private static final Path README =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent().resolve("README.md");

  @Test
  void hasTheOptionTablesOfTheHelp() throws IOException {
    Map<String, String> wanted = OptionTables.all();
    String readme = Files.readString(README);
    if (Boolean.getBoolean("lakebeam.update")) {
      readme = updated(readme, wanted);
      Files.writeString(README, readme);
    }

    Map<String, String> found = new LinkedHashMap<>();
    BLOCK.matcher(readme).results().forEach(block -> found.put(block.group(2), block.group(3)));

    assertThat(found)
        .as(
            "option tables of README.md; mvn test -pl transforms,pipelines -Dtest=ReadmeTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dlakebeam.update=true rewrites them")
        .containsExactlyInAnyOrderEntriesOf(wanted);
  }

  private static String updated(String readme, Map<String, String> wanted) {
    return BLOCK
        .matcher(readme)
        .replaceAll(block -> Matcher.quoteReplacement(updated(block, wanted)));
  }

  private static String updated(MatchResult block, Map<String, String> wanted) {
    String table = wanted.getOrDefault(block.group(2), block.group(3));
    return block.group(1) + table + block.group(4);
  }
}
