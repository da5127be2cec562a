package io.lakebeam.pipelines;

/** Text of two aligned columns, wrapped to {@link #WIDTH} characters. */
final class Page {
  static final int WIDTH = 100;

  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final int left;

  /**
   * @param left width of the left column
   */
  Page(int left) {
    this.left = left;
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  void heading(String heading) {
    line("");
    line(heading + ":");
  }

  /** A word that is longer than the right column stands on a line of its own, uncut. */
  void row(String name, String words) {
    int start = INDENT.length() + left + INDENT.length();
    StringBuilder line = new StringBuilder(INDENT).append(name);
    pad(line, start);
    boolean first = true;
    for (String word : words.trim().split("\\s+")) {
      if (!first && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        pad(line, start);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    line(line.toString());
  }

  private static void pad(StringBuilder line, int to) {
    while (line.length() < to) {
      line.append(' ');
    }
  }

  String text() {
    return text.toString();
  }
}
