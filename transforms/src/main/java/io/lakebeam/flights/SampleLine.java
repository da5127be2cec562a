package io.lakebeam.flights;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of the raw table as text, which need not be a flight: sample data have malformed ones. */
final class SampleLine {
  /** The raw table, its columns as text. */
  static final Table<SampleLine> TABLE = table();

  private final Slot slot;
  private final List<@Nullable String> cells;

  private SampleLine(Slot slot, List<@Nullable String> cells) {
    this.slot = slot;
    this.cells = cells;
  }

  static SampleLine of(Slot slot, Flight flight) {
    SlotFlight row = new SlotFlight(slot, flight);
    return new SampleLine(
        slot,
        RawFlights.TABLE.columns().stream()
            .map(column -> text(column, row))
            .collect(Collectors.toList()));
  }

  /** The same line with another text in one of its cells. */
  SampleLine spoiled(String column, @Nullable String text) {
    cells.set(RawFlights.FORMAT.columns().indexOf(column), text);
    return this;
  }

  private static @Nullable String text(Column<SlotFlight> column, SlotFlight row) {
    Object value = column.isLong() ? (Object) column.longOf(row) : column.valueOf(row);
    if (value == null) {
      return null;
    }
    switch (column.type()) {
      case DECIMAL:
        return BigDecimal.valueOf((Long) value, column.scale()).toPlainString();
      case TIMESTAMP:
        return Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS).toString();
      default:
        return value.toString();
    }
  }

  private static Table<SampleLine> table() {
    Table<SampleLine> table =
        Table.named(RawFlights.PLACE, "A line of the raw flights that may be malformed.");
    List<String> columns = RawFlights.FORMAT.columns();
    for (int i = 0; i < columns.size(); i++) {
      int cell = i;
      table.nullableText(columns.get(i), line -> line.cells.get(cell));
    }
    return table
        .partitionedByDate("date", line -> line.slot.date().toEpochDay())
        .partitionedByText("hour", line -> line.slot.hourText())
        .storedAs(TableFormat.CSV);
  }
}
