package io.lakebeam.flights;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Horizontal bars as SVG, each with its name before and its number behind it. */
final class BarChart {
  private static final int BAR = 24;
  private static final int STEP = 32;
  private static final int NAMES = 130;
  private static final int LONGEST = 820;

  private BarChart() {}

  /** Of rows that begin with a name and a decimal number. */
  static String svg(List<List<@Nullable Object>> rows) {
    BigDecimal most = rows.stream().map(BarChart::number).reduce(BigDecimal.ONE, BigDecimal::max);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg id=\"chart\" viewBox=\"0 0 1080 %d\" role=\"img\" aria-label=\"Bars by"
                + " continent\">%n",
            Math.max(1, rows.size()) * STEP));
    for (int i = 0; i < rows.size(); i++) {
      double width = number(rows.get(i)).doubleValue() / most.doubleValue() * LONGEST;
      int middle = i * STEP + 17;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect class=\"bar\" x=\"%d\""
                  + " y=\"%d\" width=\"%.1f\" height=\"%d\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
              NAMES - 10,
              middle,
              Html.escape(rows.get(i).get(0)),
              NAMES,
              i * STEP,
              width,
              BAR,
              NAMES + width + 8,
              middle,
              number(rows.get(i)).toPlainString()));
    }
    return svg.append("</svg>").toString();
  }

  private static BigDecimal number(List<@Nullable Object> row) {
    Object number = row.get(1);
    return number == null ? BigDecimal.ZERO : (BigDecimal) number;
  }
}
