package io.lakebeam.csv;

import io.lakebeam.lake.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The text of a value as a field of a CSV file. */
final class CsvField {
  private CsvField() {}

  /** Appends the value of a column that holds longs. */
  static void append(Column<?> column, long value, StringBuilder text) {
    switch (column.type()) {
      case DATE:
        text.append(LocalDate.ofEpochDay(value));
        break;
      case TIMESTAMP:
        text.append(Instant.EPOCH.plus(value, ChronoUnit.MICROS));
        break;
      case DECIMAL:
        appendDecimal(value, column.scale(), text);
        break;
      default:
        text.append(value);
    }
  }

  /** Appends the value of a column that holds objects. */
  static void append(Column<?> column, Object value, StringBuilder text) {
    switch (column.type()) {
      case TEXT:
        appendText((String) value, text);
        break;
      case LONG_TEXT:
        appendText(value.toString(), text);
        break;
      case DOUBLE:
        text.append(plain((Double) value));
        break;
      case BOOLEAN:
        text.append((boolean) (Boolean) value);
        break;
      case DECIMAL:
        text.append(plain(value, column.scale()));
        break;
      default:
        append(column, (long) (Long) value, text);
    }
  }

  /** Without an object for each: a table has several decimals a row. */
  private static void appendDecimal(long unscaled, int scale, StringBuilder text) {
    String digits = Long.toString(unscaled);
    int first = unscaled < 0 ? 1 : 0;
    text.append(digits, 0, first);
    int whole = digits.length() - first - scale;
    if (whole > 0) {
      text.append(digits, first, first + whole);
    } else {
      text.append('0');
    }
    if (scale > 0) {
      text.append('.').append("0".repeat(Math.max(0, -whole)));
      text.append(digits, first + Math.max(0, whole), digits.length());
    }
  }

  private static String plain(Object unscaled, int scale) {
    return unscaled instanceof BigInteger
        ? new BigDecimal((BigInteger) unscaled, scale).toPlainString()
        : BigDecimal.valueOf((Long) unscaled, scale).toPlainString();
  }

  private static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).toPlainString()
        : Double.toString(value);
  }

  /** Quotes it where RFC 4180 wants it, and where it is empty, to be told from null. */
  private static void appendText(String value, StringBuilder text) {
    if (!value.isEmpty() && isPlain(value)) {
      text.append(value);
      return;
    }
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      text.append(c);
      if (c == '"') {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return true;
  }
}
