package io.lakebeam.read;

import java.io.Serializable;
import java.util.List;

/**
 * The columns that a family of CSV files must have. The files may have them in any order and others
 * beside them; a {@link CsvRecord} knows them by their index here.
 *
 * <p>A file is UTF-8 with or without a byte order mark, fields are separated by commas and quoted
 * as in RFC 4180, lines end with LF or CRLF (a CR alone is data). {@link CsvHeader} says how its
 * header is found; after it every line that is not blank is a record.
 */
public final class CsvFormat implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<String> columns;

  private CsvFormat(List<String> columns) {
    this.columns = columns;
  }

  public static CsvFormat of(String... columns) {
    return new CsvFormat(List.of(columns));
  }

  public List<String> columns() {
    return columns;
  }
}
