package io.lakebeam.pipelines;

import io.lakebeam.write.TallyMetrics;
import java.util.function.Supplier;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;

/** How far a running pipeline is, by its runner's metrics. */
final class RunProgress implements Supplier<Progress.Reading> {
  private static final MetricsFilter OURS =
      MetricsFilter.builder()
          .addNameFilter(MetricNameFilter.inNamespace(TallyMetrics.NAMESPACE))
          .build();

  private final PipelineResult result;

  RunProgress(PipelineResult result) {
    this.result = result;
  }

  @Override
  public Progress.Reading get() {
    long read = 0;
    long rejected = 0;
    for (MetricResult<Long> counter : result.metrics().queryMetrics(OURS).getCounters()) {
      if (counter.getName().getName().equals(TallyMetrics.READ)) {
        read += counter.getAttempted();
      } else if (counter.getName().getName().equals(TallyMetrics.REJECTED)) {
        rejected += counter.getAttempted();
      }
    }
    return new Progress.Reading(read, rejected);
  }
}
