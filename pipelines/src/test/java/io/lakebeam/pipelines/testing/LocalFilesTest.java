package io.lakebeam.pipelines.testing;

import java.nio.file.Path;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest extends ObjectStoreContract {
  @TempDir private Path temp;

  @Override
  protected PipelineOptions open() {
    return PipelineOptionsFactory.create();
  }

  @Override
  protected String root() {
    return temp + "/";
  }
}
