package io.lakebeam.lake;

import io.lakebeam.lake.Column.LongOf;
import io.lakebeam.lake.Column.ValueOf;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one declaration of a table: its name (which is its place under the lake), the columns in its
 * files, and the columns that its directories hold. Parquet schema, Avro schema, reader, writer and
 * docs all follow it.
 *
 * <p>A table is built once, in a constant; its methods that add a column return the table itself.
 *
 * @param <T> the row
 */
public final class Table<T> implements Serializable {
  private static final long serialVersionUID = 1;

  /** The most digits of a decimal that always fit a {@code long}. */
  static final int LONG_DIGITS = 18;

  private final String name;
  private final String doc;
  private final List<Column<T>> columns;
  private final List<Column<T>> partitions;
  private String directory = "";
  private TableFormat format = TableFormat.PARQUET;
  private PageCompression compression = PageCompression.ZSTD;
  private @Nullable String onlyPartition;

  private Table(String name, String doc, List<Column<T>> columns, List<Column<T>> partitions) {
    this.name = name;
    this.doc = doc;
    this.columns = new ArrayList<>(columns);
    this.partitions = new ArrayList<>(partitions);
  }

  /** A table without columns yet, such as {@code bronze/trades}. */
  public static <T> Table<T> named(String name, String doc) {
    return new Table<>(name, doc, List.of(), List.of());
  }

  /** An int64 that names the row and hardly ever repeats. */
  public Table<T> id(String column, LongOf<T> value) {
    return with(Column.id(column, value));
  }

  public Table<T> int64(String column, LongOf<T> value) {
    return with(Column.of(column, ColumnType.INT64, value));
  }

  public Table<T> int32(String column, LongOf<T> value) {
    return with(Column.of(column, ColumnType.INT32, value));
  }

  public Table<T> date(String column, LongOf<T> epochDay) {
    return with(Column.of(column, ColumnType.DATE, epochDay));
  }

  public Table<T> timestamp(String column, LongOf<T> micros) {
    return with(Column.of(column, ColumnType.TIMESTAMP, micros));
  }

  public Table<T> text(String column, ValueOf<T, String> value) {
    return with(Column.of(column, ColumnType.TEXT, false, value));
  }

  public Table<T> longText(String column, ValueOf<T, Utf8Text> value) {
    return with(Column.of(column, ColumnType.LONG_TEXT, false, value));
  }

  public Table<T> nullableText(String column, ValueOf<T, @Nullable String> value) {
    return with(Column.of(column, ColumnType.TEXT, true, value));
  }

  public Table<T> bool(String column, ValueOf<T, Boolean> value) {
    return with(Column.of(column, ColumnType.BOOLEAN, false, value));
  }

  public Table<T> nullableInt32(String column, ValueOf<T, @Nullable Long> value) {
    return with(Column.of(column, ColumnType.INT32, true, value));
  }

  public Table<T> nullableDouble(String column, ValueOf<T, @Nullable Double> value) {
    return with(Column.of(column, ColumnType.DOUBLE, true, value));
  }

  /** A decimal of at most 18 digits, given as a scaled long. */
  public Table<T> decimal(String column, int precision, int scale, LongOf<T> unscaled) {
    return with(Column.decimal(column, fittingLong(precision), scale, unscaled));
  }

  /** A decimal of at most 18 digits, given as a scaled Long. */
  public Table<T> nullableDecimal(
      String column, int precision, int scale, ValueOf<T, @Nullable Long> unscaled) {
    return with(Column.decimal(column, fittingLong(precision), scale, true, unscaled));
  }

  /** A decimal of 19 to 38 digits, given as a scaled integer. */
  public Table<T> bigDecimal(
      String column, int precision, int scale, ValueOf<T, BigInteger> unscaled) {
    return with(Column.decimal(column, precision, scale, false, unscaled));
  }

  public Table<T> partitionedByDate(String column, LongOf<T> epochDay) {
    partitions.add(Column.of(column, ColumnType.DATE, epochDay));
    return this;
  }

  public Table<T> partitionedByText(String column, ValueOf<T, @Nullable String> value) {
    partitions.add(Column.of(column, ColumnType.TEXT, true, value));
    return this;
  }

  private Table<T> with(Column<T> column) {
    columns.add(column);
    return this;
  }

  private static int fittingLong(int precision) {
    if (precision > LONG_DIGITS) {
      throw new IllegalArgumentException(precision + " digits do not fit a long");
    }
    return precision;
  }

  /** The same table, its files encoded in that way; Parquet is what a table begins with. */
  public Table<T> storedAs(TableFormat other) {
    return but(table -> table.format = other);
  }

  /** The same table with the pages of its Parquet files compressed in that way. */
  public Table<T> compressed(PageCompression other) {
    return but(table -> table.compression = other);
  }

  /** The same table without a column. */
  public Table<T> without(String column) {
    return but(table -> table.columns.removeIf(each -> each.name().equals(column)));
  }

  /**
   * The same table for a run all of whose rows lie in one partition, which is there even if it has
   * no row. For tables with one partition column.
   */
  public Table<T> inPartition(String value) {
    String only = Partition.directory(partitions.get(0).name(), value) + "/";
    return but(table -> table.onlyPartition = only);
  }

  /**
   * The same table as one of several that a run writes into one place.
   *
   * @param place the beginning of its name, such as {@code gold/flights}
   */
  public Table<T> within(String place) {
    String below = name.substring((place + "/").length()) + "/";
    return but(table -> table.directory = below);
  }

  /** The same table over the bare values of its rows. */
  public Table<StoredRow> stored() {
    List<Column<StoredRow>> storedPartitions = new ArrayList<>();
    List<Column<StoredRow>> storedColumns = new ArrayList<>();
    int index = 0;
    for (Column<T> partition : partitions) {
      storedPartitions.add(partition.stored(index++));
    }
    for (Column<T> column : columns) {
      storedColumns.add(column.stored(index++));
    }
    return over(storedColumns, storedPartitions);
  }

  /** A copy, on which what differs is set. */
  private Table<T> but(Consumer<Table<T>> change) {
    Table<T> table = over(columns, partitions);
    change.accept(table);
    return table;
  }

  /** The same table, its columns those of another row. */
  private <R> Table<R> over(List<Column<R>> otherColumns, List<Column<R>> otherPartitions) {
    Table<R> table = new Table<>(name, doc, otherColumns, otherPartitions);
    table.directory = directory;
    table.format = format;
    table.compression = compression;
    table.onlyPartition = onlyPartition;
    return table;
  }

  public String name() {
    return name;
  }

  /** Where its files lie below the output of the run that writes it: a directory, or empty. */
  public String directory() {
    return directory;
  }

  public TableFormat format() {
    return format;
  }

  public PageCompression compression() {
    return compression;
  }

  /** Whether a single row can take megabytes. */
  public boolean hasLongTexts() {
    return columns.stream().anyMatch(column -> column.type() == ColumnType.LONG_TEXT);
  }

  /** The directory of {@link #inPartition}, with a slash at its end; else null. */
  public @Nullable String onlyPartition() {
    return onlyPartition;
  }

  /** One sentence on what a row is. */
  public String doc() {
    return doc;
  }

  /** The columns in the table's files, in order. */
  public List<Column<T>> columns() {
    return Collections.unmodifiableList(columns);
  }

  /** The columns in the names of the table's directories, outermost first. */
  public List<Column<T>> partitions() {
    return Collections.unmodifiableList(partitions);
  }
}
