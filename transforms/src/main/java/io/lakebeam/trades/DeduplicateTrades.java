package io.lakebeam.trades;

import io.lakebeam.lake.Run;
import io.lakebeam.read.FileRange;
import io.lakebeam.values.Utf8;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.util.Comparator;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stages one of the trades with the same (trade id, side): the one with the latest execution time,
 * then with the greatest remaining fields in column order. The others are filtered as {@code
 * duplicate}.
 */
public final class DeduplicateTrades
    extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  /** Texts are ordered by their UTF-8 bytes. */
  static final Comparator<Trade> LATEST_LAST =
      Comparator.comparingLong(Trade::getExecutionTimeMicros)
          .thenComparingLong(Trade::getRemoteTradeId)
          .thenComparing(Trade::getProduct, Utf8.ORDER)
          .thenComparingLong(Trade::getDeliveryStartMicros)
          .thenComparingLong(Trade::getDeliveryEndMicros)
          .thenComparing(Trade::getDeliveryArea, Utf8.ORDER)
          .thenComparing(Trade::getTradePhase, Utf8.ORDER)
          .thenComparing(Trade::getUserDefinedBlock, Utf8.ORDER)
          .thenComparing(Trade::getSelfTrade, Utf8.ORDER)
          .thenComparingLong(Trade::getPriceMicros)
          .thenComparing(Trade::getCurrency, Utf8.ORDER)
          .thenComparingLong(Trade::getVolumeMicros)
          .thenComparing(Trade::getVolumeUnit, Utf8.ORDER)
          .thenComparingLong(Trade::getOrderId);

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
        .apply("Parse", ParDo.of(new ParseFn(source)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(Candidate.class)))
        .apply("KeepLatest", Combine.perKey(new KeepLatest()))
        .apply("Stage", Stage.into(run, Trades.TABLE, DeduplicateTrades::emit));
  }

  /** The row, reject or tally of a candidate that was kept. */
  private static void emit(KV<String, Candidate> element, Output<Trade> output) {
    Candidate candidate = element.getValue();
    Trade trade = candidate.trade();
    Reject reject = candidate.reject();
    Tally tally = candidate.tally();
    if (trade != null) {
      output.tally().addKept(1);
      output.tally().addFiltered("duplicate", candidate.copies() - 1);
      output.row(trade);
    }
    if (reject != null) {
      output.reject(reject);
    }
    if (tally != null) {
      output.tally().add(tally);
    }
  }

  private static final class ParseFn extends DoFn<FileRange, KV<String, Candidate>> {
    private final Rows<FileRange, Trade> source;

    ParseFn(Rows<FileRange, Trade> source) {
      this.source = source;
    }

    @ProcessElement
    public void process(@Element FileRange range, OutputReceiver<KV<String, Candidate>> receiver)
        throws IOException {
      Tally tally = new Tally();
      source.emit(range, new Keyed(receiver, tally));
      receiver.output(
          KV.of("range " + range.path() + " " + range.start(), Candidate.of(tally.readOnly())));
    }
  }

  /** Gives every trade, reject and tally its key. */
  private static final class Keyed implements Output<Trade> {
    private final DoFn.OutputReceiver<KV<String, Candidate>> receiver;
    private final Tally tally;

    Keyed(DoFn.OutputReceiver<KV<String, Candidate>> receiver, Tally tally) {
      this.receiver = receiver;
      this.tally = tally;
    }

    @Override
    public void row(Trade trade, long records) {
      receiver.output(
          KV.of(trade.getSide() + " " + trade.getTradeId(), Candidate.of(trade, records)));
    }

    @Override
    public void carried(long records) {
      throw new UnsupportedOperationException("every record that was kept is a trade");
    }

    @Override
    public void reject(Reject reject) {
      receiver.output(
          KV.of("reject " + reject.source() + " " + reject.offset(), Candidate.of(reject)));
    }

    @Override
    public Tally tally() {
      return tally;
    }
  }

  private static final class KeepLatest extends Combine.BinaryCombineFn<Candidate> {
    @Override
    public Candidate apply(Candidate left, Candidate right) {
      Trade leftTrade = left.trade();
      Trade rightTrade = right.trade();
      if (leftTrade == null || rightTrade == null) {
        throw new IllegalStateException("only trades share a key");
      }
      Trade latest = LATEST_LAST.compare(leftTrade, rightTrade) >= 0 ? leftTrade : rightTrade;
      return Candidate.of(latest, left.copies() + right.copies());
    }
  }
}
