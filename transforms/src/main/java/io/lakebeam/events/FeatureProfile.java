package io.lakebeam.events;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.values.ExactSum;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the values of one feature amount to. Exact, and the same in whatever order it is added. */
final class FeatureProfile implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long MICROS_PER_DAY = Duration.ofDays(1).toNanos() / 1000;

  private final ExactSum sum = new ExactSum();
  private final Histogram histogram;
  private long nulls;
  private long values;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  private FeatureProfile(Histogram histogram) {
    this.histogram = histogram;
  }

  static FeatureProfile of(Column<?> column, TimeRange range) {
    return new FeatureProfile(
        column.type() == ColumnType.TIMESTAMP
            ? Histogram.byUnit(range.startMicros(), MICROS_PER_DAY)
            : Histogram.byMagnitude());
  }

  /** Takes a row's value into account; of texts only whether there is one. */
  <T> void add(Column<T> column, T row) {
    if (column.isLong()) {
      add(column.longOf(row));
    } else if (column.valueOf(row) == null) {
      nulls++;
    } else {
      values++;
    }
  }

  private void add(long value) {
    values++;
    sum.add(value);
    min = Math.min(min, value);
    max = Math.max(max, value);
    histogram.add(value);
  }

  void add(FeatureProfile other) {
    nulls += other.nulls;
    values += other.values;
    sum.add(other.sum);
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    histogram.add(other.histogram);
  }

  long nulls() {
    return nulls;
  }

  long values() {
    return values;
  }

  Histogram histogram() {
    return histogram;
  }

  /** Null for texts, and where there is no value. */
  @Nullable Long min() {
    return min <= max ? min : null;
  }

  @Nullable Long max() {
    return min <= max ? max : null;
  }

  /** Of the values as longs, to so many digits behind the point, half to even; null as above. */
  @Nullable BigDecimal mean(int digits) {
    return min <= max
        ? new BigDecimal(sum.toBigInteger())
            .divide(BigDecimal.valueOf(values), digits, RoundingMode.HALF_EVEN)
        : null;
  }
}
