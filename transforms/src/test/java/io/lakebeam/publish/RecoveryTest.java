package io.lakebeam.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.write.StagedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  @TempDir private Path lake;
  private Run dead;

  @BeforeEach
  void leaveADeadRun() throws IOException {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    dead = run("dead");
    Recovery.begin(dead);
    LakeFiles.write(dead.rejectStaging() + "part.jsonl", "{}");
    LakeFiles.write(dead.staging() + "part.parquet", "");
  }

  @Test
  void removesTheRejectsOfARunThatWasGivenUpButNotCleared() throws IOException {
    assertThat(Recovery.giveUp(dead)).isTrue();

    assertThat(Recovery.recover(run("next"), Clock.systemUTC()))
        .containsExactly("removed what run dead had staged; it never published");
    assertThat(files()).isEmpty();
  }

  /** A store may store it late. */
  @Test
  void doesNotWaitForEverForTheFilesOfAJournalThatCameAfterItsRunWasGivenUp() throws IOException {
    writeJournal();
    Recovery.giveUp(dead);
    LakeFiles.delete(List.of(dead.staging() + "part.parquet"));

    assertThat(Recovery.recover(run("next"), Clock.systemUTC()))
        .containsExactly("removed what run dead had staged; it never published");
    assertThat(files()).isEmpty();
  }

  @Test
  void completesAJournalWithoutAMark() throws IOException {
    writeJournal();
    Recovery.giveUp(dead);

    assertThat(Recovery.recover(run("next"), Clock.systemUTC()))
        .containsExactly("rolled forward run dead, which ended while it was publishing");
    assertThat(files())
        .extracting(LakeFile::path)
        .containsExactly(dead.report(), dead.output() + "part.parquet");
  }

  @Test
  void doesNotMindAFileThatIsNoRuns() throws IOException {
    Files.writeString(lake.resolve("words/_staging/.DS_Store"), "");

    assertThat(Recovery.recover(run("next"), Clock.systemUTC())).hasSize(1);
    assertThat(files()).isEmpty();
  }

  private void writeJournal() throws IOException {
    StagedFile file =
        StagedFile.of(dead.staging() + "part.parquet", dead.output() + "part.parquet", 1, 1);
    Journal.of(
            dead,
            Moves.adding(List.of(file)),
            Moves.adding(List.of()),
            JsonNodeFactory.instance.objectNode())
        .write(dead);
  }

  private List<LakeFile> files() {
    return LakeFiles.listTree(lake + "/");
  }

  private Run run(String runId) {
    return Run.builder()
        .pipeline("words")
        .runId(runId)
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/words/")
        .writeMode(WriteMode.OVERWRITE)
        .maxRejectRatio(0.5)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.EPOCH)
        .build();
  }
}
