package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.GcsServer;
import java.util.List;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GcsLakeTest extends StoreLakeContract {
  private final GcsServer server = GcsServer.start(BUCKET);

  @AfterAll
  void stop() {
    server.close();
  }

  /** Google's client would take 64 MiB for each open file. */
  @Test
  void takesSmallUploadBuffersUnlessToldOtherwise() {
    assertThat(uploadBuffer()).isEqualTo(8 << 20);
    assertThat(uploadBuffer("--gcsUploadBufferSizeBytes=16777216")).isEqualTo(16 << 20);
  }

  private static int uploadBuffer(String... args) {
    return CommandLine.parse("trades-ingest", TradesIngestOptions.class, List.of(args))
        .options()
        .as(GcsOptions.class)
        .getGcsUploadBufferSizeBytes();
  }

  @Override
  StoreLake lakeIn(String bucket) {
    return new StoreLake("gs://" + bucket + "/a/", server.options());
  }
}
