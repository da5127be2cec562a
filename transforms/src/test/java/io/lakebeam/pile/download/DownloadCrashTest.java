package io.lakebeam.pile.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.testing.CrashingFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a download at every single step that it does on the disk, looks, and runs again. */
class DownloadCrashTest {
  private static final String OLD = "old\n".repeat(40);
  private static final String NEW = "new\n".repeat(50);

  @TempDir private Path temp;
  private FakeKaggle kaggle;
  private DownloadedLake lake;

  @BeforeEach
  void start() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    CrashingFileSystem.revive();
    kaggle = new FakeKaggle();
    lake = new DownloadedLake(temp, kaggle).by("crash://");
  }

  @AfterEach
  void stop() {
    CrashingFileSystem.revive();
    kaggle.close();
  }

  @Test
  void theNextRunCompletesItWhereverItDies() throws IOException {
    downloadOld();
    CrashingFileSystem.revive();
    downloadNew();
    long steps = CrashingFileSystem.steps();
    assertThat(steps).isGreaterThan(20);

    for (long step = 0; step < steps; step++) {
      lake.clear();
      lake.at(Clock.systemUTC());
      downloadOld();
      CrashingFileSystem.crashAfter(step);
      assertThatThrownBy(this::downloadNew).as("step " + step).isNotNull();
      CrashingFileSystem.revive();
      assertThat(Files.readString(lake.file("00.jsonl"))).as("step " + step).isIn(OLD, NEW);
      boolean begun =
          lake.visible().size() > 1 || Files.readString(lake.file("00.jsonl")).equals(NEW);
      lake.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));
      lake.recover();
      boolean published = lake.visible().size() == 2;
      assertThat(published || !begun).as("all or nothing, step " + step).isTrue();
      assertThat(lake.file("00.jsonl")).as("step " + step).hasContent(published ? NEW : OLD);

      downloadNew();

      assertThat(lake.file("00.jsonl")).as("step " + step).hasContent(NEW);
      assertThat(lake.visible()).as("step " + step).containsExactly("00.jsonl", "01.jsonl");
      assertThat(lake.hidden())
          .as("step " + step)
          .containsExactly("_downloads/records/owner/name/_all.json");
    }
  }

  /** What had arrived, or was about to be published, is of yesterday by then. */
  @Test
  void theNextRunBringsWhatKaggleHasByThen() throws IOException {
    downloadNew();
    long steps = CrashingFileSystem.steps();

    for (long step = 0; step < steps; step++) {
      lake.clear();
      lake.at(Clock.systemUTC());
      kaggle.forget();
      CrashingFileSystem.crashAfter(step);
      assertThatThrownBy(this::downloadNew).as("step " + step).isNotNull();
      CrashingFileSystem.revive();
      lake.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));
      kaggle
          .put("owner/name", Zips.of(Map.of("00.jsonl", OLD, "01.jsonl", OLD)))
          .header("ETag", "\"newest\"");

      lake.complete(null);

      assertThat(lake.file("00.jsonl")).as("step " + step).hasContent(OLD);
      assertThat(lake.file("01.jsonl")).as("step " + step).hasContent(OLD);
      assertThat(lake.hidden())
          .as("step " + step)
          .containsExactly("_downloads/records/owner/name/_all.json");
    }
  }

  private void downloadOld() throws IOException {
    kaggle.put("owner/name", Zips.of(Map.of("00.jsonl", OLD)));
    lake.complete(null);
  }

  private void downloadNew() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("00.jsonl", NEW);
    entries.put("01.jsonl", "more\n");
    kaggle.put("owner/name", Zips.of(entries));
    lake.complete(null);
  }
}
