package io.lakebeam.pipelines;

import io.lakebeam.pipelines.testing.GcsServer;
import org.junit.jupiter.api.AfterAll;

class GcsLakeTest extends StoreLakeContract {
  private final GcsServer server = GcsServer.start(BUCKET);

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  StoreLake lakeIn(String bucket) {
    return new StoreLake("gs://" + bucket + "/a/", server.options());
  }
}
