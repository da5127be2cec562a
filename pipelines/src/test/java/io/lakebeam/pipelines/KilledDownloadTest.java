package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pile.download.FakeKaggle;
import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.pipelines.testing.LakebeamProcess.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies while it downloads, and the run after it. */
class KilledDownloadTest {
  private static final int PIECE = 32 << 20;

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void writeCredentials() throws IOException {
    lake = new TestLake(temp.resolve("lake"));
    Files.createDirectories(temp.resolve(".kaggle"));
    Files.writeString(
        temp.resolve(".kaggle/kaggle.json"),
        "{\"username\": \"" + FakeKaggle.USERNAME + "\", \"key\": \"" + FakeKaggle.KEY + "\"}");
  }

  @Test
  void asksOnlyForTheRest() throws Exception {
    byte[] body = new byte[PIECE + (10 << 20)];
    new Random(1).nextBytes(body);
    try (FakeKaggle kaggle = new FakeKaggle()) {
      kaggle.put("owner/name/00.jsonl", body);
      kaggle.storageAnswers(kaggle.silentAfter(PIECE + 1_000, 120_000));
      try (LakebeamProcess process = start("killed", kaggle)) {
        process.awaitOrEnd(this::hasPiece);
        assertThat(process.kill().exitCode()).isEqualTo(128 + 9);
      }
      assertThat(lake.root().resolve("raw/pile/00.jsonl")).doesNotExist();
      kaggle.forget();

      try (LakebeamProcess process = start("again", kaggle)) {
        Finished finished = process.await();
        assertThat(finished.exitCode()).as(finished.err()).isZero();
        assertThat(finished.err())
            .contains("removed what run killed had staged; it never published")
            .contains("goes on behind the " + PIECE + " bytes that are here");
      }
      assertThat(kaggle.ranges()).containsExactly("bytes=" + PIECE + "-");
      assertThat(kaggle.sent()).isEqualTo(body.length - PIECE);
      assertThat(lake.root().resolve("raw/pile/00.jsonl")).hasBinaryContent(body);
      assertThat(lake.tree("raw/pile")).noneMatch(name -> name.endsWith(".piece"));
    }
  }

  private boolean hasPiece() {
    try {
      return lake.tree("raw/pile").stream()
          .anyMatch(
              name ->
                  name.endsWith(".piece") && lake.root().resolve(name).toFile().length() == PIECE);
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private LakebeamProcess start(String runId, FakeKaggle kaggle) throws IOException {
    return LakebeamProcess.start(
        Files.createDirectory(temp.resolve(runId)),
        List.of("-Xmx200m", "-Duser.home=" + temp),
        "pile-download",
        "--dataset=owner/name",
        "--file=00.jsonl",
        "--kaggleUrl=" + kaggle.url(),
        "--lake=" + lake.root(),
        "--runId=" + runId);
  }
}
