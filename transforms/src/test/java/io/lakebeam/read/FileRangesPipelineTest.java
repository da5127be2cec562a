package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeFile;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPipelineExtension.class)
class FileRangesPipelineTest {
  private static FileRange whole(String path, long bytes) {
    return FileRange.of(path, 0, bytes, bytes);
  }

  @Test
  void readsNoFiles(TestPipeline pipeline) {
    PAssert.that(pipeline.apply(FileRanges.of(List.of()))).empty();
    pipeline.run();
  }

  @Test
  void readsEmptyFiles(TestPipeline pipeline) {
    PAssert.that(pipeline.apply(FileRanges.of(List.of(LakeFile.of("/empty.csv", 0)))))
        .containsInAnyOrder(whole("/empty.csv", 0));
    pipeline.run();
  }

  @Test
  void readsEveryByteOfEveryFile(TestPipeline pipeline) {
    List<LakeFile> files = List.of(LakeFile.of("/a.csv", 1000), LakeFile.of("/b.csv", 10));

    PAssert.that(pipeline.apply("Cut", FileRanges.of(files)))
        .satisfies(
            ranges -> {
              long bytes = 0;
              for (FileRange range : ranges) {
                bytes += range.end() - range.start();
              }
              assertThat(bytes).isEqualTo(1010);
              return null;
            });
    PAssert.that(pipeline.apply("Whole", FileRanges.of(files).unsplit()))
        .containsInAnyOrder(
            files.stream()
                .map(file -> whole(file.path(), file.bytes()))
                .collect(Collectors.toList()));
    pipeline.run();
  }
}
