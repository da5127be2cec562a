package io.lakebeam.events;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * The chart of the data card, SVG 1.1: the class balance, then a small histogram of each feature.
 * The bars of a histogram hold equally many of its ranges, so those of counts and prices grow by
 * magnitude; of a text it is told how many rows have one.
 */
final class CardChart {
  private static final int COLUMNS = 3;
  private static final int CELL_WIDTH = 250;
  private static final int CELL_HEIGHT = 130;
  private static final int MARGIN = 20;
  private static final int BARS_WIDTH = CELL_WIDTH - 2 * MARGIN;
  private static final int BARS_HEIGHT = 70;
  private static final int TITLE_HEIGHT = 24;
  private static final int MOST_BARS = 30;
  private static final String TAKEN = "#2a6f97";
  private static final String OTHER = "#c9d6df";

  private final StringBuilder svg = new StringBuilder();
  private int cell;

  private CardChart() {}

  static String of(BaseProfile profile) {
    int cells = TrainingBase.FEATURES.size() + 1;
    int width = COLUMNS * CELL_WIDTH;
    int height = (cells + COLUMNS - 1) / COLUMNS * CELL_HEIGHT;
    CardChart chart = new CardChart();
    chart.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"11\">",
        width, height);
    chart.add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
    chart.addShares(TrainingBase.LABEL, "true", profile.purchased(), "false", profile.rows());
    for (int i = 0; i < TrainingBase.FEATURES.size(); i++) {
      chart.addFeature(TrainingBase.FEATURES.get(i), profile.features().get(i));
    }
    chart.add("</svg>");
    return chart.svg.toString();
  }

  private void addFeature(Column<?> column, FeatureProfile feature) {
    if (column.type() == ColumnType.TEXT) {
      long rows = feature.values() + feature.nulls();
      addShares(column.name(), "given", feature.values(), "null", rows);
    } else {
      addHistogram(column, feature.histogram());
    }
  }

  /** One bar: how many of all are of the first kind. */
  private void addShares(String title, String kind, long first, String otherKind, long all) {
    beginCell(title);
    long width = all == 0 ? 0 : Math.round((double) BARS_WIDTH * first / all);
    bar(0, BARS_WIDTH, BARS_HEIGHT / 2, OTHER);
    bar(0, width, BARS_HEIGHT / 2, TAKEN);
    label(0, "start", kind + " " + first);
    label(BARS_WIDTH, "end", otherKind + " " + (all - first));
    add("</g>");
  }

  private void addHistogram(Column<?> column, Histogram histogram) {
    beginCell(column.name());
    int begin = histogram.begin();
    int ranges = histogram.end() - begin;
    if (ranges > 0) {
      int rangesPerBar = (ranges + MOST_BARS - 1) / MOST_BARS;
      long[] bars = new long[(ranges + rangesPerBar - 1) / rangesPerBar];
      long most = 0;
      for (int range = 0; range < ranges; range++) {
        long bar = bars[range / rangesPerBar] += histogram.count(begin + range);
        most = Math.max(most, bar);
      }
      int width = Math.max(1, BARS_WIDTH / bars.length);
      for (int i = 0; i < bars.length; i++) {
        bar(i * width, width - 1, Math.round((double) BARS_HEIGHT * bars[i] / most), TAKEN);
      }
      label(0, "start", shown(column, histogram.from(begin)));
      label(BARS_WIDTH, "end", shown(column, histogram.from(histogram.end() - 1)));
    }
    add("</g>");
  }

  private void beginCell(String title) {
    int x = cell % COLUMNS * CELL_WIDTH + MARGIN;
    int y = cell / COLUMNS * CELL_HEIGHT;
    cell++;
    add("<g transform=\"translate(%d %d)\">", x, y);
    add("<text y=\"%d\" font-weight=\"bold\">%s</text>", TITLE_HEIGHT - 8, title);
  }

  /** A bar that stands on the base line of its cell. */
  private void bar(long x, long width, long height, String color) {
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
        x, TITLE_HEIGHT + BARS_HEIGHT - height, width, height, color);
  }

  private void label(int x, String anchor, String text) {
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
        x, TITLE_HEIGHT + BARS_HEIGHT + 14, anchor, text);
  }

  private static String shown(Column<?> column, long value) {
    switch (column.type()) {
      case TIMESTAMP:
        return TimeRange.instant(value).toString().substring(0, 10);
      case DECIMAL:
        return BigDecimal.valueOf(value, column.scale()).stripTrailingZeros().toPlainString();
      default:
        return Long.toString(value);
    }
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
