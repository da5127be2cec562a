package io.lakebeam.flights;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of an indicator: its slot, and values in the order of the indicator's columns. */
final class IndicatorRow {
  private final Slot slot;
  private final List<@Nullable Object> values;

  private IndicatorRow(Slot slot, List<@Nullable Object> values) {
    this.slot = slot;
    this.values = values;
  }

  static IndicatorRow of(Slot slot, @Nullable Object... values) {
    return new IndicatorRow(slot, Arrays.asList(values));
  }

  /** Orders rows by the texts and numbers in those columns, what has no value last. */
  static Comparator<IndicatorRow> by(int... columns) {
    return (a, b) -> {
      for (int column : columns) {
        int order = compare(a.values.get(column), b.values.get(column));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  private static int compare(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return a instanceof Long
        ? Long.compare((Long) a, (Long) b)
        : a.toString().compareTo(b.toString());
  }

  Slot slot() {
    return slot;
  }

  List<@Nullable Object> values() {
    return values;
  }

  @Nullable String text(int column) {
    return (String) values.get(column);
  }

  long number(int column) {
    Object value = values.get(column);
    if (value == null) {
      throw new IllegalStateException("no number in column " + column + " of " + values);
    }
    return (Long) value;
  }
}
