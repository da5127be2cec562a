package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.read.BadValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of web answers: what is absent, null, empty or "n/a" is unknown. */
final class JsonValues {
  private static final Set<String> UNKNOWN = Set.of("", "n/a", "null");
  private static final int MICRO_DIGITS = 6;

  private JsonValues() {}

  static @Nullable String text(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.asText().trim();
    return UNKNOWN.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
  }

  /** A number, or text that reads as one; else unknown. */
  static @Nullable Double number(JsonNode value) {
    String text = text(value);
    try {
      return text == null ? null : (Double) Double.parseDouble(text);
    } catch (NumberFormatException notOne) {
      return null;
    }
  }

  /** A number, rounded to a whole one; null where there is none. */
  static @Nullable Long whole(String column, JsonNode value) throws BadValue {
    BigDecimal number = decimal(column, value);
    return number == null ? null : (Long) number.setScale(0, RoundingMode.HALF_EVEN).longValue();
  }

  /** Millionths of an angle in degrees, of which there must be one within the limits. */
  static long angleMicros(String column, JsonNode value, int most) throws BadValue {
    BigDecimal degrees = required(column, decimal(column, value));
    if (degrees.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      throw BadValue.of("out_of_range", column, column + " is beyond " + most + " degrees.");
    }
    return degrees.setScale(MICRO_DIGITS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }

  static <V> V required(String column, @Nullable V value) throws BadValue {
    if (value == null) {
      throw BadValue.of("missing_value", column, column + " has no value.");
    }
    return value;
  }

  private static @Nullable BigDecimal decimal(String column, JsonNode value) throws BadValue {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw BadValue.of("malformed_number", column, column + " is no number.");
    }
    return value.decimalValue();
  }
}
