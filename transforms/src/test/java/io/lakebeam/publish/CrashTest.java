package io.lakebeam.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.testing.CrashingFileSystem;
import io.lakebeam.testing.DuckDb;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Span;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a run at every single step that it does on the disk, looks, and runs again. */
class CrashTest {
  private static final Table<String> TABLE =
      Table.<String>named("words", "A word.")
          .text("word", word -> word)
          .partitionedByText("initial", word -> word.substring(0, 1));

  private static final List<String> OLD = List.of("ant", "ape", "bee", "cat");
  private static final List<String> NEW = List.of("ape", "asp", "bat", "-", "boa");
  private static final List<String> AFTER = List.of("ape", "asp", "bat", "boa", "cat");

  @TempDir private Path lake;

  @BeforeEach
  void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    CrashingFileSystem.revive();
  }

  @AfterEach
  void revive() {
    CrashingFileSystem.revive();
  }

  @Test
  void leavesTheTableRightWhereverItDies() throws Exception {
    run("old", OLD, now());
    CrashingFileSystem.revive();
    run("probe", NEW, now());
    long steps = CrashingFileSystem.steps();
    assertThat(steps).isGreaterThan(20);

    for (long step = 0; step < steps; step++) {
      deleteLake();
      run("old", OLD, now());
      CrashingFileSystem.crashAfter(step);
      assertThatThrownBy(() -> run("new", NEW, now())).isNotNull();
      CrashingFileSystem.revive();
      assertThat(card()).as("card at step %d", step).content().isIn("old", "new");
      List<String> between = visible();
      assertThat(isOldOrNew(between)).as("%s after a crash at step %d", between, step).isTrue();

      run("again", NEW, later());

      assertThat(visible()).as("after a rerun of step %d", step).isEqualTo(AFTER);
      assertThat(hidden()).as("left behind by step %d", step).isEmpty();
      assertThat(card()).as("card after step %d", step).hasContent("again");
      assertThat(rejects("again")).as("rejects after step %d", step).hasSize(1);
    }
  }

  @Test
  void aRetryOfARunThatDiedWhilePublishingAppendsOnlyOnce() throws Exception {
    run("probe", NEW, now());
    long steps = CrashingFileSystem.steps();
    for (long step = 0; step < steps; step++) {
      deleteLake();
      run("old", OLD, now());
      CrashingFileSystem.crashAfter(step);
      assertThatThrownBy(() -> run("same", NEW, now(), WriteMode.APPEND)).isNotNull();
      CrashingFileSystem.revive();

      run("same", NEW, later(), WriteMode.APPEND);

      assertThat(visible())
          .as("step %d", step)
          .containsExactly("ant", "ape", "ape", "asp", "bat", "bee", "boa", "cat");
      assertThat(hidden()).isEmpty();
    }
  }

  /** Six bundles leave a file each in the same partition, which is one more than it keeps. */
  @Test
  void publishesAllOrNothingWhereverItDiesAmongSmallFiles() throws Exception {
    List<String> bundles = List.of("ant", "ape", "asp", "auk", "ape", "ass");
    runBundles("probe", bundles, now(), WriteMode.OVERWRITE);
    long steps = CrashingFileSystem.steps();
    assertThat(LakeFiles.listVisible(lake + "/words/initial=a/")).hasSize(1);

    for (long step = 0; step < steps; step++) {
      deleteLake();
      CrashingFileSystem.crashAfter(step);
      assertThatThrownBy(() -> runBundles("new", bundles, now(), WriteMode.OVERWRITE)).isNotNull();
      CrashingFileSystem.revive();
      assertThat(LakeFiles.listVisible(lake + "/words/initial=a/"))
          .as("after a crash at step %d", step)
          .hasSizeLessThanOrEqualTo(1);

      runBundles("again", bundles, later(), WriteMode.OVERWRITE);

      assertThat(visible())
          .as("after a rerun of step %d", step)
          .containsExactly("ant", "ape", "ape", "asp", "ass", "auk");
      assertThat(LakeFiles.listVisible(lake + "/words/initial=a/")).hasSize(1);
      assertThat(hidden()).as("left behind by step %d", step).isEmpty();
    }
  }

  private static Clock now() {
    return Clock.systemUTC();
  }

  /** When the dead run's heartbeat is stale. */
  private static Clock later() {
    return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
  }

  private void run(String runId, List<String> words, Clock clock) throws Exception {
    run(runId, words, clock, WriteMode.OVERWRITE);
  }

  private void run(String runId, List<String> words, Clock clock, WriteMode mode) throws Exception {
    runBundles(runId, List.of(String.join(",", words)), clock, mode);
  }

  /** Runs on words, joined by commas where they come in one bundle. */
  private void runBundles(String runId, List<String> bundles, Clock clock, WriteMode mode)
      throws Exception {
    Run run =
        Run.builder()
            .pipeline("words")
            .runId(runId)
            .version("1")
            .runner("DirectRunner")
            .lake("crash://" + lake + "/")
            .output("crash://" + lake + "/words/")
            .writeMode(mode)
            .maxRejectRatio(0.5)
            .options(Map.of())
            .inputs(
                numbered(bundles).stream()
                    .map(bundle -> LakeFile.of(file(bundle.getKey()), 1))
                    .collect(Collectors.toList()))
            .startedAt(Instant.EPOCH)
            .build();
    Set<Thread> others = runnerThreads();
    // Closed also when it crashes: that changes nothing on the dead disk, but ends the heartbeat,
    // which here outlives its process.
    try (TableSession session = TableSession.open(run, clock)) {
      if (session.isPublished()) {
        return;
      }
      Pipeline pipeline = Pipeline.create();
      pipeline
          .apply(Create.of(numbered(bundles)))
          .apply("Bundles", Reshuffle.viaRandomKey())
          .apply("Stage", Stage.into(run, TABLE, CrashTest::emit))
          .apply(
              "Publish",
              Publish.of(run, TABLE, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                  .after(new TellingTheRun()));
      pipeline.run().waitUntilFinish();
    } finally {
      awaitEndOfAllBut(others);
    }
  }

  private static Set<Thread> runnerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("direct-runner-worker"))
        .collect(Collectors.toSet());
  }

  /**
   * A process takes its threads with it. The runner, once a bundle has failed, leaves the others to
   * themselves: on a disk that lives again they would write on.
   */
  private static void awaitEndOfAllBut(Set<Thread> others) throws InterruptedException {
    Set<Thread> left = runnerThreads();
    left.removeAll(others);
    for (Thread thread : left) {
      thread.join(TimeUnit.MINUTES.toMillis(1));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  /** A card that says whose the table is. */
  private static final class TellingTheRun implements Inspection {
    @Override
    public List<Check> checks(Tally tally) {
      return List.of();
    }

    @Override
    public List<Companion> companions(Run run, Tally tally) {
      return List.of(Companion.of("_card.txt", "text/plain", run.runId()));
    }
  }

  private static void emit(KV<Integer, String> words, Output<String> output) {
    String file = file(words.getKey());
    for (String word : words.getValue().split(",")) {
      output.tally().addRead(1);
      if (word.equals("-")) {
        byte[] payload = word.getBytes(StandardCharsets.UTF_8);
        output.reject(Reject.of("Emit", file, 0, "no_word", null, "no word", payload));
      } else {
        output.tally().addKept(1);
        output.row(word);
      }
    }
    output.tally().addSpan(Span.of(file, 0, 1, 1));
  }

  private static List<KV<Integer, String>> numbered(List<String> bundles) {
    List<KV<Integer, String>> numbered = new ArrayList<>();
    bundles.forEach(bundle -> numbered.add(KV.of(numbered.size(), bundle)));
    return numbered;
  }

  private static String file(int bundle) {
    return "words-" + bundle + ".txt";
  }

  private List<String> visible() {
    return DuckDb.rows(
        "SELECT word FROM read_parquet("
            + LakeFiles.listVisible(lake + "/words/").stream()
                .map(file -> "'" + file.path() + "'")
                .collect(Collectors.joining(", ", "[", "]"))
            + ") ORDER BY word");
  }

  /** Each partition is there whole, in its old or its new state, or for a moment both. */
  private boolean isOldOrNew(List<String> words) {
    return holdsAll(words, "ant", "ape") | holdsAll(words, "ape", "asp")
        && holdsAll(words, "bee") | holdsAll(words, "bat", "boa")
        && holdsAll(words, "cat");
  }

  private static boolean holdsAll(List<String> words, String... expected) {
    return new ArrayList<>(words).containsAll(Arrays.asList(expected));
  }

  private Path card() {
    return lake.resolve("words/_card.txt");
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> paths = Files.walk(lake)) {
      return paths
          .filter(path -> !lake.relativize(path).startsWith("_runs"))
          .filter(Files::isRegularFile)
          .filter(path -> !path.equals(card()))
          .filter(path -> lake.relativize(path).toString().matches("(.*/)?[_.].*"))
          .collect(Collectors.toList());
    }
  }

  private List<String> rejects(String runId) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(lake.resolve("rejects/words/run=" + runId))) {
      for (Path path : paths.filter(Files::isRegularFile).collect(Collectors.toList())) {
        lines.addAll(Files.readAllLines(path));
      }
    }
    return lines;
  }

  private void deleteLake() throws IOException {
    LakeFiles.deleteTree(lake + "/words/");
    LakeFiles.deleteTree(lake + "/rejects/");
    LakeFiles.deleteTree(lake + "/_runs/");
  }
}
