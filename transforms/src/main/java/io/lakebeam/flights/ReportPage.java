package io.lakebeam.flights;

import io.lakebeam.lake.Column;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slot as one HTML page that needs nothing else: no network, no script. Each indicator is a table
 * with the indicator's name as its id.
 */
public final class ReportPage {
  private ReportPage() {}

  public static String of(SlotReport report) throws IOException {
    List<double[]> positions = report.readPositions();
    StringBuilder tables = new StringBuilder();
    for (Indicator indicator : Indicator.values()) {
      append(indicator, report.rows(indicator), tables);
    }
    return template()
        .replace("{{slot}}", report.slot().toString())
        .replace("{{notices}}", notices(report, positions.size()))
        .replace("{{map}}", WorldMap.svg(positions, report.missing()))
        .replace(
            "{{chart}}", BarChart.svg(report.rows(Indicator.AVERAGE_FLIGHT_LENGTH_BY_CONTINENT)))
        .replace("{{tables}}", tables);
  }

  private static String template() throws IOException {
    try (InputStream in = ReportPage.class.getResourceAsStream("/flights/report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String notices(SlotReport report, int inTheAir) {
    StringBuilder notices = new StringBuilder();
    notices.append("<p>").append(inTheAir).append(" flights in the air.</p>\n");
    if (inTheAir == 0 && !report.isEmpty()) {
      notices.append("<p>The raw flights of this slot are not kept any more.</p>\n");
    }
    if (report.isEmpty()) {
      notices.append("<p id=\"empty\">This slot has no active flights.</p>\n");
    }
    for (String zone : report.missingZones()) {
      notices.append("<p class=\"hole\">Missing zone ").append(Html.escape(zone)).append("</p>\n");
    }
    return notices.toString();
  }

  private static void append(
      Indicator indicator, List<List<@Nullable Object>> rows, StringBuilder html) {
    List<? extends Column<?>> columns = indicator.table().columns();
    String name = indicator.table().name().replaceFirst(".*/", "");
    html.append("<h2>").append(Html.escape(indicator.table().doc())).append("</h2>\n");
    html.append("<table id=\"").append(name).append("\">\n<thead><tr>");
    for (Column<?> column : columns) {
      html.append("<th>").append(column.name().replace('_', ' ')).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<@Nullable Object> row : rows) {
      html.append("<tr>");
      row.forEach(value -> html.append(cell(value)));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static String cell(@Nullable Object value) {
    String text = value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : null;
    return (value instanceof Number ? "<td class=\"number\">" : "<td>")
        + Html.escape(text == null ? value : text)
        + "</td>";
  }
}
