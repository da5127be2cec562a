package io.lakebeam.write;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.lake.Partition;
import io.lakebeam.lake.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a table's partition columns that rows share. */
final class PartitionKey<T> {
  private final Table<T> table;
  private final List<@Nullable Object> values;

  PartitionKey(Table<T> table, List<@Nullable Object> values) {
    this.table = table;
    this.values = values;
  }

  static <T> PartitionKey<T> of(Table<T> table, T row) {
    List<@Nullable Object> values = new ArrayList<>(table.partitions().size());
    for (Column<T> partition : table.partitions()) {
      values.add(partition.isLong() ? (Object) partition.longOf(row) : partition.valueOf(row));
    }
    return new PartitionKey<>(table, values);
  }

  /** Whether a row has these values. */
  boolean holds(T row) {
    for (int i = 0; i < values.size(); i++) {
      Column<T> partition = table.partitions().get(i);
      @Nullable Object value = values.get(i);
      boolean same =
          partition.isLong()
              ? value != null && (Long) value == partition.longOf(row)
              : Objects.equals(value, partition.valueOf(row));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** Where its files go, below the output; with a slash at its end, or empty. */
  String directory() {
    StringBuilder directory = new StringBuilder(table.directory());
    for (int i = 0; i < values.size(); i++) {
      Column<T> partition = table.partitions().get(i);
      directory.append(Partition.directory(partition.name(), text(partition, values.get(i))));
      directory.append('/');
    }
    return directory.toString();
  }

  private static @Nullable String text(Column<?> partition, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    return partition.type() == ColumnType.DATE
        ? LocalDate.ofEpochDay((Long) value).toString()
        : value.toString();
  }

  /** Keys are compared within a table. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartitionKey && values.equals(((PartitionKey<?>) other).values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
