package io.lakebeam.pipelines;

import io.lakebeam.write.TallyMetrics;
import java.util.HashMap;
import java.util.Map;
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
    Map<String, Long> counts = new HashMap<>();
    for (MetricResult<Long> counter : result.metrics().queryMetrics(OURS).getCounters()) {
      counts.merge(counter.getName().getName(), counter.getAttempted(), Long::sum);
    }
    return new Progress.Reading(
        counts.getOrDefault(TallyMetrics.READ, 0L),
        counts.getOrDefault(TallyMetrics.REJECTED, 0L),
        counts.getOrDefault(TallyMetrics.READ_AHEAD, 0L));
  }
}
