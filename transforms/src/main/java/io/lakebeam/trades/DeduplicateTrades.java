package io.lakebeam.trades;

import io.lakebeam.lake.Run;
import io.lakebeam.read.FileRange;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.InOrder;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Sort;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Stages one of the trades with the same (trade id, side): the one with the latest execution time,
 * then with the greatest remaining fields in column order. The others are filtered as {@code
 * duplicate}.
 */
public final class DeduplicateTrades
    extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  private final Run run;
  private final Rows<FileRange, Trade> source;

  private DeduplicateTrades(Run run, Rows<FileRange, Trade> source) {
    this.run = run;
    this.source = source;
  }

  public static DeduplicateTrades into(Run run, Rows<FileRange, Trade> source) {
    return new DeduplicateTrades(run, source);
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> ranges) {
    return ranges
        .apply("Sort", Sort.of(run, Sort.slices(run), source, new TradeRecords()))
        .apply(
            "Stage", Stage.into(run, Trades.TABLE, InOrder.of(run, DeduplicateTrades::emitLatest)));
  }

  private static void emitLatest(SortedRecords records, Output<Trade> output) throws IOException {
    @Nullable Trade latest = null;
    while (records.next()) {
      Trade trade = TradeRecords.read(records.fields());
      if (latest != null && isSameTrade(latest, trade)) {
        output.tally().filterKept("duplicate", 1);
      } else if (latest != null) {
        output.row(latest);
      }
      latest = trade;
    }
    if (latest != null) {
      output.row(latest);
    }
  }

  private static boolean isSameTrade(Trade one, Trade other) {
    return one.getTradeId() == other.getTradeId() && one.getSide() == other.getSide();
  }
}
