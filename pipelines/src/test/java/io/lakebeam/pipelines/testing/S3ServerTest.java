package io.lakebeam.pipelines.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.AfterAll;

class S3ServerTest extends ObjectStoreContract {
  private S3Server server;

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Override
  protected PipelineOptions open() {
    server = S3Server.start("lake");
    List<String> args = new ArrayList<>(server.options());
    args.add(server.credentialsOption());
    // Every open writer takes as much memory, 64 MiB if not told otherwise.
    args.add("--s3UploadBufferSizeBytes=5242880");
    return PipelineOptionsFactory.fromArgs(args.toArray(String[]::new)).as(S3Options.class);
  }

  @Override
  protected String root() {
    return "s3://lake/contract/";
  }
}
