package io.lakebeam.benchmarks;

import io.lakebeam.read.BadValue;
import io.lakebeam.read.Decimals;
import io.lakebeam.read.IsoTimestamps;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A time and a decimal in text, to microseconds and to millionths. The others are handed Strings,
 * which something has to make first; ours reads the file's bytes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(ConversionsBenchmark.VALUES)
public class ConversionsBenchmark {
  static final int VALUES = 1000;

  private static final int SCALE = 6;
  private static final long MILLIS_PER_YEAR = 365L * 24 * 3600 * 1000;

  private final String[] times = new String[VALUES];
  private final String[] prices = new String[VALUES];
  private final byte[][] timeBytes = new byte[VALUES][];
  private final byte[][] priceBytes = new byte[VALUES][];

  @Setup(Level.Trial)
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    long start = Instant.parse("2023-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < VALUES; i++) {
      times[i] = Instant.ofEpochMilli(start + random.nextLong(MILLIS_PER_YEAR)).toString();
      prices[i] = BigDecimal.valueOf(random.nextInt(-5_000, 30_000), 2).toPlainString();
      timeBytes[i] = times[i].getBytes(StandardCharsets.US_ASCII);
      priceBytes[i] = prices[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  @Benchmark
  public long timeByLakebeam() throws BadValue {
    long sum = 0;
    for (byte[] time : timeBytes) {
      sum += IsoTimestamps.parse(time, 0, time.length);
    }
    return sum;
  }

  @Benchmark
  public long timeByInstant() {
    long sum = 0;
    for (String time : times) {
      sum += ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
    }
    return sum;
  }

  @Benchmark
  public long timeByOffsetDateTime() {
    long sum = 0;
    for (String time : times) {
      sum += ChronoUnit.MICROS.between(Instant.EPOCH, OffsetDateTime.parse(time).toInstant());
    }
    return sum;
  }

  @Benchmark
  public long decimalByLakebeam() throws BadValue {
    long sum = 0;
    for (byte[] price : priceBytes) {
      sum += Decimals.parse(price, 0, price.length);
    }
    return sum;
  }

  @Benchmark
  public long decimalByBigDecimal() {
    long sum = 0;
    for (String price : prices) {
      sum += new BigDecimal(price).setScale(SCALE).unscaledValue().longValueExact();
    }
    return sum;
  }
}
