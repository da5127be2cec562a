package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.CsvHeader;
import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRanges;
import io.lakebeam.trades.DeduplicateTrades;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradeCsv;
import io.lakebeam.trades.Trades;
import io.lakebeam.write.Stage;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Lands the exchange's CSV files as the bronze trades table. */
final class TradesIngest {
  static final Job<TradesIngestOptions> JOB =
      Job.reading(
          "landing/trades",
          file -> CsvHeader.read(file, TradeCsv.FORMAT),
          Trades.TABLE,
          TradesIngest::define);

  private static final CsvSource<Trade> SOURCE =
      CsvSource.of("ParseTrades", TradeCsv.FORMAT, TradeCsv::parse);

  private TradesIngest() {}

  private static void define(Pipeline pipeline, TradesIngestOptions options, Run run) {
    FileRanges files = FileRanges.of(run.inputs());
    pipeline
        .apply("Files", options.getSplitFiles() ? files : files.unsplit())
        .apply(
            "Stage",
            options.getDeduplicate()
                ? DeduplicateTrades.into(run, SOURCE)
                : Stage.into(run, Trades.TABLE, SOURCE))
        .apply("Publish", Publish.of(run, Trades.TABLE, Clock.systemUTC()));
  }
}
