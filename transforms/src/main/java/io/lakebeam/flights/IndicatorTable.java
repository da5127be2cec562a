package io.lakebeam.flights;

import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;

/** Declares the table of an indicator, its columns in the order of the values of a row. */
final class IndicatorTable {
  /** Where the indicators lie under the lake, each in a directory of its own. */
  static final String PLACE = "gold/flights";

  private Table<IndicatorRow> table;
  private int columns;

  private IndicatorTable(String name, String doc) {
    table = Table.named(PLACE + "/" + name, doc);
  }

  static IndicatorTable named(String name, String doc) {
    return new IndicatorTable(name, doc);
  }

  IndicatorTable text(String... names) {
    for (String name : names) {
      int column = columns++;
      table = table.nullableText(name, row -> row.text(column));
    }
    return this;
  }

  IndicatorTable count(String... names) {
    for (String name : names) {
      int column = columns++;
      table = table.int64(name, row -> row.number(column));
    }
    return this;
  }

  /** Kilometres with two digits, given in hundredths. */
  IndicatorTable kilometers(String name) {
    int column = columns++;
    table = table.decimal(name, 9, 2, row -> row.number(column));
    return this;
  }

  Table<IndicatorRow> bySlot() {
    return table
        .partitionedByDate("date", row -> row.slot().date().toEpochDay())
        .partitionedByText("hour", row -> row.slot().hourText())
        .storedAs(TableFormat.CSV)
        .within(PLACE);
  }
}
