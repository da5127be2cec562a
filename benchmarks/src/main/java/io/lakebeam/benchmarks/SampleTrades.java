package io.lakebeam.benchmarks;

import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRange;
import io.lakebeam.read.RecordParser;
import io.lakebeam.trades.TradeCsv;
import io.lakebeam.trades.TradeGenerator;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A CSV file of generated trades, and our way to read it. */
final class SampleTrades {
  static final int ROWS = 100_000;

  /** A comment and the header. */
  static final int LINES_BEFORE_ROWS = 2;

  private SampleTrades() {}

  /** A new file of {@link #ROWS} trades in a directory. */
  static Path writeTo(Path directory) throws IOException {
    Path file = directory.resolve("trades.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      TradeGenerator.of(ROWS, 1, 0).write(0, out);
    }
    return file;
  }

  /** Hands every row that the parser makes of the file's records to a consumer. */
  static <T> void read(Path file, RecordParser<T> parser, Consumer<T> consumer) throws IOException {
    long bytes = Files.size(file);
    CsvSource.of("ParseTrades", TradeCsv.FORMAT, parser)
        .emit(FileRange.of(file.toString(), 0, bytes, bytes), new Consumed<>(consumer));
  }

  private static final class Consumed<T> implements Output<T> {
    private final Consumer<T> consumer;
    private final Tally tally = new Tally();

    Consumed(Consumer<T> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void row(T row, long records) {
      consumer.accept(row);
    }

    @Override
    public void carried(long records) {
      tally.addCarried(records);
    }

    @Override
    public void reject(Reject reject) {
      throw new IllegalStateException("a sample trade was rejected: " + reject);
    }

    @Override
    public Tally tally() {
      return tally;
    }
  }
}
