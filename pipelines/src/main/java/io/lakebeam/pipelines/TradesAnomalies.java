package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.FileRanges;
import io.lakebeam.trades.Anomaly;
import io.lakebeam.trades.AnomalyRule;
import io.lakebeam.trades.FlagAnomalies;
import io.lakebeam.trades.Trades;
import java.math.BigDecimal;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Flags the trades whose price is abnormal for their product. */
final class TradesAnomalies {
  static final Job<TradesAnomaliesOptions> JOB =
      Job.reading(
          Trades.TABLE.name(),
          file -> FlagAnomalies.scan().check(file),
          Anomaly.TABLE,
          TradesAnomalies::define);

  private TradesAnomalies() {}

  private static void define(Pipeline pipeline, TradesAnomaliesOptions options, Run run) {
    AnomalyRule rule = options.getRule();
    String threshold = options.getThreshold();
    pipeline
        .apply("Files", FileRanges.of(run.inputs()))
        .apply(
            "Flag",
            FlagAnomalies.into(
                run,
                options.getSide(),
                rule,
                threshold == null ? rule.defaultThreshold() : new BigDecimal(threshold)))
        .apply("Publish", Publish.of(run, Anomaly.TABLE, Clock.systemUTC()));
  }
}
