package io.lakebeam.lake;

import java.io.Serializable;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table: its name, its type, and how a row gives its value.
 *
 * @param <T> the row
 */
public final class Column<T> implements Serializable {
  private static final long serialVersionUID = 1;

  /** A primitive value of a row. */
  public interface LongOf<T> extends ToLongFunction<T>, Serializable {}

  /** A value of a row that may be null. */
  public interface ValueOf<T, V> extends Function<T, V>, Serializable {}

  private final String name;
  private final ColumnType type;
  private final int precision;
  private final int scale;
  private final boolean unique;
  private final boolean nullable;
  private final @Nullable LongOf<T> longOf;
  private final @Nullable ValueOf<T, ? extends @Nullable Object> valueOf;

  private Column(
      String name,
      ColumnType type,
      int precision,
      int scale,
      boolean unique,
      boolean nullable,
      @Nullable LongOf<T> longOf,
      @Nullable ValueOf<T, ? extends @Nullable Object> valueOf) {
    this.name = name;
    this.type = type;
    this.precision = precision;
    this.scale = scale;
    this.unique = unique;
    this.nullable = nullable;
    this.longOf = longOf;
    this.valueOf = valueOf;
  }

  static <T> Column<T> of(String name, ColumnType type, LongOf<T> value) {
    return new Column<>(name, type, 0, 0, false, false, value, null);
  }

  static <T> Column<T> of(
      String name,
      ColumnType type,
      boolean nullable,
      ValueOf<T, ? extends @Nullable Object> value) {
    return new Column<>(name, type, 0, 0, false, nullable, null, value);
  }

  /** An int64 that names the row. */
  static <T> Column<T> id(String name, LongOf<T> value) {
    return new Column<>(name, ColumnType.INT64, 0, 0, true, false, value, null);
  }

  static <T> Column<T> decimal(String name, int precision, int scale, LongOf<T> unscaled) {
    return new Column<>(name, ColumnType.DECIMAL, precision, scale, false, false, unscaled, null);
  }

  static <T> Column<T> decimal(
      String name,
      int precision,
      int scale,
      boolean nullable,
      ValueOf<T, ? extends @Nullable Object> unscaled) {
    return new Column<>(
        name, ColumnType.DECIMAL, precision, scale, false, nullable, null, unscaled);
  }

  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  /** Digits in all, of a decimal. */
  public int precision() {
    return precision;
  }

  /** Digits after the point, of a decimal. */
  public int scale() {
    return scale;
  }

  /** Whether it is a decimal whose values fit a {@code long}. */
  public boolean isLongDecimal() {
    return type == ColumnType.DECIMAL && precision <= Table.LONG_DIGITS;
  }

  /** Whether values hardly ever repeat, so that a dictionary of them would be waste. */
  public boolean isUnique() {
    return unique;
  }

  /** Whether a row may have no value. */
  public boolean isNullable() {
    return nullable;
  }

  /** Whether every row has a value, held in a {@code long}. */
  public boolean isLong() {
    return longOf != null;
  }

  /** The value of a {@link #isLong} column. */
  public long longOf(T row) {
    if (longOf == null) {
      throw new IllegalStateException(name + " does not hold longs");
    }
    return longOf.applyAsLong(row);
  }

  /**
   * The value of a column that does not hold longs: a String, Utf8Text, Double, Boolean, Long or
   * BigInteger.
   */
  public @Nullable Object valueOf(T row) {
    if (valueOf == null) {
      throw new IllegalStateException(name + " holds longs");
    }
    return valueOf.apply(row);
  }

  /** The same column over bare values, where it is the one at that index. */
  Column<StoredRow> stored(int index) {
    return new Column<>(
        name,
        type,
        precision,
        scale,
        unique,
        nullable,
        isLong() ? row -> row.longAt(index) : null,
        isLong() ? null : row -> row.valueAt(index));
  }
}
