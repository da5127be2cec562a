package io.lakebeam.trades;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a line is a valid trade, by the rules of the specification, one pattern a column. */
final class TradeLineRules {
  private static final String ID = "-?\\d+";
  private static final String TEXT = "(?s).+";
  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)";
  private static final String PRICE = "-?\\d{1,12}(\\.\\d{1,6})?";
  private static final String VOLUME = "\\d{1,12}(\\.\\d{1,6})?";
  private static final List<String> COLUMNS =
      List.of(
          ID,
          ID,
          "BUY|SELL",
          TEXT,
          TIME,
          TIME,
          TIME,
          TEXT,
          TEXT,
          TEXT,
          TEXT,
          PRICE,
          TEXT,
          VOLUME,
          TEXT,
          ID);

  private static final Pattern FIELD =
      Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|$)");

  private TradeLineRules() {}

  static boolean accepts(byte[] line) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return accepts(text);
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean accepts(String line) {
    List<String> fields = fields(line);
    if (fields.size() != COLUMNS.size()) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).matches(COLUMNS.get(i))) {
        return false;
      }
    }
    try {
      for (int id : new int[] {0, 1, 15}) {
        Long.parseLong(fields.get(id));
      }
      OffsetDateTime.parse(fields.get(6));
      return OffsetDateTime.parse(fields.get(5)).isAfter(OffsetDateTime.parse(fields.get(4)));
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  /** The fields of a line; none if its quotes are broken. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
      if (field.group(3).isEmpty()) {
        return fields;
      }
    }
    return List.of();
  }
}
