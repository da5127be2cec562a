package io.lakebeam.benchmarks;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.lakebeam.trades.TradeCsv;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One record of a CSV file of 16 columns, read from the page cache: its eight texts, and a whole
 * trade with numbers and times.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@OperationsPerInvocation(SampleTrades.ROWS)
public class CsvRecordBenchmark {
  /** Side, product, area, phase, block, self trade, currency and unit. */
  private static final int[] TEXTS = {2, 3, 7, 8, 9, 10, 12, 14};

  private TemporaryDirectory directory;
  private Path file;

  @Setup(Level.Trial)
  public void write() throws IOException {
    directory = new TemporaryDirectory();
    file = SampleTrades.writeTo(directory.path());
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    directory.close();
  }

  @Benchmark
  public void textsByLakebeam(Blackhole blackhole) throws IOException {
    SampleTrades.read(
        file,
        record -> {
          for (int column : TEXTS) {
            blackhole.consume(record.text(column));
          }
          return record.offset();
        },
        blackhole::consume);
  }

  @Benchmark
  public void textsByFastCsv(Blackhole blackhole) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofCsvRecord(file)) {
      for (CsvRecord record : reader) {
        for (int column : TEXTS) {
          blackhole.consume(record.getField(column));
        }
      }
    }
  }

  @Benchmark
  public void textsBySplit(Blackhole blackhole) throws IOException {
    eachLine(
        line -> {
          String[] fields = line.split(",", -1);
          for (int column : TEXTS) {
            blackhole.consume(fields[column]);
          }
        });
  }

  @Benchmark
  public void tradeByLakebeam(Blackhole blackhole) throws IOException {
    SampleTrades.read(file, TradeCsv::parse, blackhole::consume);
  }

  @Benchmark
  public void tradeByInstantAndBigDecimal(Blackhole blackhole) throws IOException {
    eachLine(line -> blackhole.consume(NaiveTrade.parse(line)));
  }

  private void eachLine(Consumer<String> consumer) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.lines().skip(SampleTrades.LINES_BEFORE_ROWS).forEach(consumer);
    }
  }
}
