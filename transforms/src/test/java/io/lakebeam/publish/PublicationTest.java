package io.lakebeam.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  private static final Table<String> FILES = Table.named("files", "Files with names of their own.");
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path lake;

  @Test
  void aFileThatComesAgainUnderItsNameStays() throws IOException {
    publish("first", WriteMode.OVERWRITE, "a.csv", "b.csv");
    publish("second", WriteMode.OVERWRITE, "a.csv");
    assertThat(lake.resolve("files/a.csv")).hasContent("second");
    assertThat(lake.resolve("files/b.csv")).doesNotExist();
  }

  @Test
  void appendOverwritesNothing() throws IOException {
    publish("first", WriteMode.APPEND, "a.csv");
    publish("second", WriteMode.APPEND, "b.csv");
    assertThatThrownBy(() -> publish("third", WriteMode.APPEND, "a.csv"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN);
    assertThat(lake.resolve("files/a.csv")).hasContent("first");
    assertThat(lake.resolve("files/b.csv")).hasContent("second");
  }

  @Test
  void evaluatedAgainItDoesNothingMore() throws IOException {
    Run run = run("run", WriteMode.APPEND);
    Tally tally = stage(run, "a.csv");
    new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(tally);
    new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(tally);
    assertThat(lake.resolve("files/a.csv")).hasContent("run");
  }

  @Test
  void aFailureEvaluatedAgainFailsTheSameWay() throws IOException {
    Run run = run("run", WriteMode.OVERWRITE);
    Tally tally = stage(run, "a.csv");
    tally.addRead(1);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(
              () -> new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(tally))
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.CHECK_FAILED)
          .hasMessageContaining("read = kept + filtered + rejected does not hold");
    }
  }

  @Test
  void aRunWhoseTableWasTakenOverPublishesNothing() throws IOException {
    Run run = run("slow", WriteMode.OVERWRITE);
    Tally tally = stage(run, "a.csv");
    publish("fast", WriteMode.OVERWRITE, "a.csv");
    assertThatThrownBy(
            () -> new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(tally))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN);
    assertThat(lake.resolve("files/a.csv")).hasContent("fast");
  }

  /** By another process, such as the driver of a cluster: its mark goes while the checks pass. */
  @Test
  void aRunThatIsGivenUpMeanwhileTakesItsJournalBack() throws IOException {
    Run run = run("late", WriteMode.OVERWRITE);
    Tally tally = stage(run, "a.csv");
    Inspection slow = new Meanwhile(() -> Files.delete(Path.of(run.staging(), "_run.json")));
    assertThatThrownBy(() -> new Publication(run, List.of(FILES), slow, CLOCK).publish(tally))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN);
    assertThat(Path.of(run.staging(), "_journal.json")).doesNotExist();
    assertThat(lake.resolve("files/a.csv")).doesNotExist();

    publish("next", WriteMode.OVERWRITE, "b.csv");
    assertThat(lake.resolve("files")).isDirectoryNotContaining("glob:**/_staging");
  }

  @Test
  void noWorkerBringsBackTheStagingOfARunThatWasGivenUp() throws Exception {
    Run run = run("ended", WriteMode.OVERWRITE);
    try (TableSession session = TableSession.open(run, CLOCK)) {
      Tally tally = stage(run, "a.csv");
      assertThat(session.giveUp(Duration.ofSeconds(1))).isTrue();
      session.abandon();
      assertThatThrownBy(() -> LakeFiles.write(run.staging() + "b.csv", "late"))
          .hasMessageContaining("its run was given up");
      assertThatThrownBy(
              () -> new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(tally))
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN);
    }
    assertThat(lake.resolve("files")).isEmptyDirectory();

    publish("ended", WriteMode.OVERWRITE, "a.csv");
    assertThat(lake.resolve("files/a.csv")).hasContent("ended");
  }

  @Test
  void aRunThatIsBeingPublishedIsNotGivenUp() throws Exception {
    Run run = run("publishing", WriteMode.OVERWRITE);
    try (TableSession session = TableSession.open(run, CLOCK)) {
      stage(run, "a.csv");
      LakeFiles.write(Journal.path(run.staging()), "{}");
      assertThat(session.giveUp(Duration.ZERO)).isFalse();
      session.abandon();
      assertThat(Path.of(run.staging(), "a.csv")).exists();
    }
  }

  /** Nothing to check, but something happens while that is done. */
  private record Meanwhile(Event event) implements Inspection {
    interface Event {
      void happen() throws IOException;
    }

    @Override
    public List<Check> checks(Tally tally) {
      return List.of();
    }

    @Override
    public List<Companion> companions(Run run, Tally tally) {
      try {
        event.happen();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return List.of();
    }
  }

  @Test
  void anEmptyResultIsAFileThatNamesItsColumns() throws IOException {
    Table<String> table =
        Table.<String>named("files", "Texts.")
            .text("text", text -> text)
            .date("day", text -> 0)
            .storedAs(TableFormat.CSV);
    Run run = run("none", WriteMode.OVERWRITE);
    new Publication(run, List.of(table), Inspection.NONE, CLOCK).publish(stage(run));
    assertThat(lake.resolve("files/part-none-empty.csv")).hasContent("text,day\n");
  }

  @Test
  void severalTablesReplaceOnlyWhatTheyWriteAndNoneIsAbsent() throws IOException {
    Table<String> b = Table.<String>named("files/b", "Texts.").text("b", text -> text);
    Table<String> c = Table.<String>named("files/c", "Texts.").text("c", text -> text);
    List<Table<?>> tables =
        List.of(
            b.storedAs(TableFormat.CSV).within("files"),
            c.storedAs(TableFormat.CSV).within("files"));
    Run first = run("first", WriteMode.OVERWRITE);
    new Publication(first, tables, Inspection.NONE, CLOCK)
        .publish(stage(first, "b/day=1/x.csv", "b/day=2/x.csv"));
    Run second = run("second", WriteMode.OVERWRITE);
    new Publication(second, tables, Inspection.NONE, CLOCK).publish(stage(second, "b/day=2/y.csv"));

    assertThat(lake.resolve("files"))
        .isDirectoryRecursivelyContaining("glob:**/b/day=1/x.csv")
        .isDirectoryRecursivelyContaining("glob:**/b/day=2/y.csv")
        .isDirectoryRecursivelyContaining("glob:**/c/part-second-empty.csv")
        .isDirectoryNotContaining("glob:**/part-*");
    assertThat(lake.resolve("files/b/day=2/x.csv")).doesNotExist();
  }

  @Test
  void companionsAppearWithTheTableAndAreNoneOfIt() throws IOException {
    for (String runId : List.of("first", "second")) {
      Run run = run(runId, WriteMode.APPEND);
      new Publication(run, List.of(FILES), new Inspected(true), CLOCK)
          .publish(stage(run, runId + ".csv"));
      assertThat(lake.resolve("files/_card.md")).hasContent("of " + runId);
      assertThat(RunReport.read(run).orElseThrow().at("/outputs/0/files").intValue()).isOne();
      assertThat(RunReport.read(run).orElseThrow().get("checks").toString())
          .contains("{\"name\":\"sound\",\"passed\":true,\"value\":\"as asked\"}");
    }
  }

  @Test
  void aTableThatFailsItsInspectionIsNotPublished() throws IOException {
    Run run = run("unsound", WriteMode.OVERWRITE);
    Tally tally = stage(run, "a.csv");
    assertThatThrownBy(
            () -> new Publication(run, List.of(FILES), new Inspected(false), CLOCK).publish(tally))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.CHECK_FAILED)
        .hasMessageContaining("sound does not hold: as asked");
    assertThat(lake.resolve("files/a.csv")).doesNotExist();
    assertThat(lake.resolve("files/_card.md")).doesNotExist();
  }

  /** One check, which passes or not, and one companion. */
  private record Inspected(boolean passed) implements Inspection {
    @Override
    public List<Check> checks(Tally tally) {
      return List.of(Check.ofQuality("sound", passed, "as asked"));
    }

    @Override
    public List<Companion> companions(Run run, Tally tally) {
      return List.of(Companion.of("_card.md", "text/markdown", "of " + run.runId()));
    }
  }

  private void publish(String runId, WriteMode mode, String... names) throws IOException {
    Run run = run(runId, mode);
    try (TableSession session = TableSession.open(run, CLOCK)) {
      assertThat(session.isPublished()).isFalse();
      new Publication(run, List.of(FILES), Inspection.NONE, CLOCK).publish(stage(run, names));
    }
  }

  private static Tally stage(Run run, String... names) throws IOException {
    Recovery.begin(run);
    Tally tally = new Tally();
    for (String name : names) {
      Path file = Path.of(run.staging(), name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, run.runId());
      tally.addFile(StagedFile.of(file.toString(), run.output() + name, 0, Files.size(file)));
    }
    return tally;
  }

  private Run run(String runId, WriteMode mode) {
    return Run.builder()
        .pipeline("files")
        .runId(runId)
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/files/")
        .writeMode(mode)
        .maxRejectRatio(0)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.EPOCH)
        .build();
  }
}
