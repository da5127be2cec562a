package io.lakebeam.flights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small table that comes with the program: lines of comma-separated fields without quotes, by
 * their first; behind a comment that names source and date, and a header.
 */
final class ReferenceTable {
  private final Map<String, String[]> rows = new LinkedHashMap<>();

  private ReferenceTable() {}

  static ReferenceTable load(String name) {
    ReferenceTable table = new ReferenceTable();
    try (InputStream in = ReferenceTable.class.getResourceAsStream("/flights/" + name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split(",", -1))
          .forEach(fields -> table.rows.put(fields[0], fields));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return table;
  }

  /** The fields of every row, in their order. */
  Collection<String[]> rows() {
    return rows.values();
  }

  /** A field of the row of that key, null where there is none. */
  @Nullable String field(@Nullable String key, int field) {
    String[] row = rows.get(key);
    return row == null ? null : row[field];
  }

  boolean contains(String key) {
    return rows.containsKey(key);
  }
}
