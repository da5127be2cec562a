package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.FileRanges;
import io.lakebeam.trades.AverageByProduct;
import io.lakebeam.trades.ProductAverage;
import io.lakebeam.trades.Trades;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Averages price and volume of every financial product. */
final class TradesAverage {
  static final Job<TradesAverageOptions> JOB =
      Job.reading(
          Trades.TABLE.name(),
          file -> AverageByProduct.scan().check(file),
          ProductAverage.TABLE,
          TradesAverage::define);

  private TradesAverage() {}

  private static void define(Pipeline pipeline, TradesAverageOptions options, Run run) {
    pipeline
        .apply("Files", FileRanges.of(run.inputs()))
        .apply("Average", AverageByProduct.into(run, options.getSide()))
        .apply("Publish", Publish.of(run, ProductAverage.TABLE, Clock.systemUTC()));
  }
}
