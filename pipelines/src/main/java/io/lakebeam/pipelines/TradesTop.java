package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.FileRanges;
import io.lakebeam.trades.ProductVolume;
import io.lakebeam.trades.TopByVolume;
import io.lakebeam.trades.Trades;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Ranks the financial products with the greatest volume. */
final class TradesTop {
  static final Job<TradesTopOptions> JOB =
      Job.reading(
          Trades.TABLE.name(),
          file -> TopByVolume.scan().check(file),
          ProductVolume.TABLE,
          TradesTop::define);

  private TradesTop() {}

  private static void define(Pipeline pipeline, TradesTopOptions options, Run run) {
    pipeline
        .apply("Files", FileRanges.of(run.inputs()))
        .apply("Top", TopByVolume.into(run, options.getSide(), options.getTop()))
        .apply("Publish", Publish.of(run, ProductVolume.TABLE, Clock.systemUTC()));
  }
}
