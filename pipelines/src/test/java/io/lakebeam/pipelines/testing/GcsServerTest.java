package io.lakebeam.pipelines.testing;

import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;

class GcsServerTest extends ObjectStoreContract {
  private GcsServer server;

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  protected PipelineOptions open() {
    server = GcsServer.start("lake");
    return PipelineOptionsFactory.fromArgs(server.options().toArray(String[]::new))
        .as(GcsOptions.class);
  }

  @Override
  protected String root() {
    return "gs://lake/contract/";
  }
}
