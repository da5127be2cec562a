package io.lakebeam.pile;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.read.FileRanges;
import io.lakebeam.write.AddUpTallies;
import io.lakebeam.write.TallyMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.transforms.Combine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CleanDocumentsTest {
  /** Statistics have no equality that the runner could check the tallies by. */
  @RegisterExtension
  private final TestPipelineExtension pipelines =
      TestPipelineExtension.fromOptions(
          PipelineOptionsFactory.fromArgs("--enforceImmutability=false").create());

  @TempDir private Path lake;

  /** A person who waits sees both readings of near duplicates, and each for what it is. */
  @Test
  void countsTheFirstReadingOfTwoApart(TestPipeline pipeline) throws IOException {
    Path file = lake.resolve("00.jsonl");
    Files.writeString(file, line("one") + line("two") + line("copyright") + "no JSON\n");
    Run run = run(file);
    PAssert.thatSingleton(
            pipeline
                .apply(FileRanges.of(run.inputs()))
                .apply(
                    CleanDocuments.into(
                            run,
                            Document.table(Quality.NONE),
                            Rules.of(0, List.of("copyright"), false))
                        .deduplication(Deduplication.NEAR)
                        .build())
                .apply(Combine.globally(new AddUpTallies())))
        .satisfies(
            tally -> {
              assertThat(tally.read()).isEqualTo(4);
              assertThat(((SetStatistics) tally.measures()).sets().get("a").kept()).isEqualTo(2);
              return null;
            });

    MetricQueryResults shown =
        pipeline
            .run()
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.inNamespace(TallyMetrics.NAMESPACE))
                    .build());
    assertThat(
            StreamSupport.stream(shown.getCounters().spliterator(), false)
                .collect(
                    toMap(
                        counter -> counter.getName().getName(),
                        counter -> counter.getAttempted(),
                        Long::sum)))
        .isEqualTo(
            Map.of(TallyMetrics.READ, 4L, TallyMetrics.REJECTED, 1L, TallyMetrics.READ_AHEAD, 4L));
  }

  private static String line(String text) {
    return "{\"text\": \"" + text + "\", \"meta\": {\"pile_set_name\": \"a\"}}\n";
  }

  private Run run(Path file) throws IOException {
    return Run.builder()
        .pipeline("pile-clean")
        .runId("r")
        .version("1")
        .runner("DirectRunner")
        .lake(lake + "/")
        .output(lake + "/silver/pile/")
        .writeMode(WriteMode.OVERWRITE)
        .maxRejectRatio(1)
        .options(Map.of())
        .inputs(List.of(LakeFile.of(file.toString(), Files.size(file))))
        .startedAt(Instant.EPOCH)
        .build();
  }
}
