package io.lakebeam.pipelines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows the first rows of a result as aligned text: a header, a line, then the rows. Columns of
 * numbers stand right, a missing value is blank, a long one is cut and ends with an ellipsis.
 */
final class TextTable {
  /** In code points. */
  static final int WIDEST = 32;

  private static final String GAP = "  ";

  private final List<String> header;
  private final List<? extends List<? extends @Nullable Object>> rows;

  private TextTable(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
    this.header = header;
    this.rows = rows;
  }

  /**
   * @param rows those to show, each as long as the header
   * @param total how many rows the result has, those shown included
   */
  static String of(
      List<String> header, List<? extends List<? extends @Nullable Object>> rows, long total) {
    String table = new TextTable(header, rows).text();
    long more = total - rows.size();
    if (more <= 0) {
      return table;
    }
    return table + String.format(Locale.ROOT, "and %,d more row%s%n", more, more == 1 ? "" : "s");
  }

  private String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(cells(header));
    rows.forEach(row -> lines.add(cells(row)));
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      int at = column;
      widths.add(lines.stream().mapToInt(line -> length(line.get(at))).max().orElse(0));
    }
    lines.add(1, widths.stream().map("-"::repeat).collect(Collectors.toList()));
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(aligned(line, widths)).append(System.lineSeparator()));
    return text.toString();
  }

  private String aligned(List<String> line, List<Integer> widths) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < line.size(); column++) {
      String blanks = " ".repeat(widths.get(column) - length(line.get(column)));
      cells.add(number(column) ? blanks + line.get(column) : line.get(column) + blanks);
    }
    return String.join(GAP, cells).stripTrailing();
  }

  /** Whether every value of the column that there is is a number. */
  private boolean number(int column) {
    boolean any = false;
    for (List<? extends @Nullable Object> row : rows) {
      Object value = row.get(column);
      if (value != null && !(value instanceof Number)) {
        return false;
      }
      any |= value != null;
    }
    return any;
  }

  private static List<String> cells(List<? extends @Nullable Object> row) {
    List<String> cells = new ArrayList<>();
    for (Object value : row) {
      cells.add(value == null ? "" : cut(shown(value)));
    }
    return cells;
  }

  private static String shown(Object value) {
    String text =
        value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : value.toString();
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String cut(String text) {
    return length(text) <= WIDEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "\u2026";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
