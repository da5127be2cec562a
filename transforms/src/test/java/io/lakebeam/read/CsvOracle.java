package io.lakebeam.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slow reading of the same rules: one regular expression for a record, bytes as Latin-1
 * characters, the whole file at once.
 */
final class CsvOracle {
  private static final String FIELD = "(?:\"(?:[^\"]|\"\")*+\"|(?!\")[^,\n]*+)";
  private static final Pattern RECORD =
      Pattern.compile(FIELD + "(?:," + FIELD + ")*+(?:\r?\n|\\z)");
  private static final Pattern NEXT_FIELD = Pattern.compile("(" + FIELD + ")(?:,|\\z)");

  private CsvOracle() {}

  /** The entries of everything behind a header that ends at that offset. */
  static List<String> read(byte[] file, int headerEnd, int columns, int maxRecordBytes) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<String> entries = new ArrayList<>();
    int at = headerEnd;
    while (at < text.length()) {
      int lineFeed = text.indexOf('\n', at);
      int nextLine = lineFeed < 0 ? text.length() : lineFeed + 1;
      String line = text.substring(at, nextLine);
      if (line.equals("\n") || line.equals("\r\n") || line.equals("\r")) {
        at = nextLine;
        continue;
      }
      Matcher record = RECORD.matcher(text).region(at, text.length());
      if (record.lookingAt() && withoutEnd(record.group()).length() <= maxRecordBytes) {
        entries.add(entry(at, withoutEnd(record.group()), columns));
        at = record.end();
      } else {
        String bare = withoutEnd(line);
        boolean tooLong = bare.length() > maxRecordBytes;
        entries.add(
            at
                + (tooLong ? " record_too_long " : " malformed_quotes ")
                + (tooLong ? bare.substring(0, Math.min(maxRecordBytes, 65_536)) : bare));
        at = nextLine;
      }
    }
    return entries;
  }

  private static String withoutEnd(String line) {
    return line.replaceFirst("\r?\n\\z", "");
  }

  private static String entry(int offset, String record, int columns) {
    List<String> fields = new ArrayList<>();
    Matcher field = NEXT_FIELD.matcher(record);
    int at = 0;
    while (at <= record.length() && field.find(at)) {
      String raw = field.group(1);
      boolean quoted = raw.startsWith("\"");
      fields.add(text(quoted ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw));
      if (field.end() == field.end(1)) {
        break;
      }
      at = field.end();
    }
    List<String> first = fields.subList(0, Math.min(fields.size(), columns));
    return offset + " record " + record + " fields " + fields.size() + first;
  }

  private static String text(String latin1) {
    String text = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    if (text.contains("\uFFFD")) {
      return "invalid_utf8";
    }
    return text.isEmpty() ? "missing_value" : text;
  }
}
