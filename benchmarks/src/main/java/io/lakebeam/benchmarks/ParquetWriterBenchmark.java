package io.lakebeam.benchmarks;

import io.lakebeam.parquet.ParquetTableWriter;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradeCsv;
import io.lakebeam.trades.Trades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
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

/** One trade to a Parquet file, zstd level 1, beside Parquet's own writer of Avro records. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@OperationsPerInvocation(SampleTrades.ROWS)
public class ParquetWriterBenchmark {
  private final List<Trade> trades = new ArrayList<>();
  private List<NaiveTrade> naiveTrades;
  private TemporaryDirectory directory;

  @Setup(Level.Trial)
  public void read() throws IOException {
    directory = new TemporaryDirectory();
    Path csv = SampleTrades.writeTo(directory.path());
    SampleTrades.read(csv, TradeCsv::parse, trades::add);
    try (Stream<String> lines = Files.lines(csv)) {
      naiveTrades =
          lines
              .skip(SampleTrades.LINES_BEFORE_ROWS)
              .map(NaiveTrade::parse)
              .collect(Collectors.toList());
    }
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    directory.close();
  }

  @Benchmark
  public long byLakebeam() throws IOException {
    Path file = directory.path().resolve("lakebeam.parquet");
    Files.deleteIfExists(file);
    try (ParquetTableWriter<Trade> writer =
        ParquetTableWriter.create(Trades.TABLE, file.toString())) {
      for (Trade trade : trades) {
        writer.write(trade);
      }
    }
    return Files.size(file);
  }

  @Benchmark
  public long byAvroParquetWriter() throws IOException {
    Path file = directory.path().resolve("avro.parquet");
    try (ParquetWriter<GenericRecord> writer =
        AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
            .withSchema(NaiveRecords.TRADE)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .config("parquet.compression.codec.zstd.level", "1")
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .build()) {
      for (NaiveTrade trade : naiveTrades) {
        writer.write(NaiveRecords.trade(trade));
      }
    }
    return Files.size(file);
  }
}
