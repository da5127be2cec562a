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

  /** So many digits always fit into 64 bits. */
  private static final int MOST_DIGITS = 18;

  private JsonValues() {}

  static @Nullable String text(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = value.asText().trim();
    return UNKNOWN.contains(text.toLowerCase(Locale.ROOT)) ? null : text;
  }

  /** A finite number, or text that reads as one; else unknown. */
  static @Nullable Double number(JsonNode value) {
    String text = text(value);
    try {
      Double number = text == null ? null : (Double) Double.parseDouble(text);
      return number == null || !Double.isFinite(number) ? null : number;
    } catch (NumberFormatException notOne) {
      return null;
    }
  }

  /** An angle in degrees within the limits, or text that reads as one; else unknown. */
  static @Nullable Double degrees(JsonNode value, int most) {
    Double degrees = number(value);
    return degrees == null || Math.abs(degrees) > most ? null : degrees;
  }

  /** A number, rounded to a whole one; null where there is none. */
  static @Nullable Long whole(String column, JsonNode value) throws BadValue {
    BigDecimal number = decimal(column, value);
    if (number == null) {
      return null;
    }
    BigDecimal whole = number.setScale(0, RoundingMode.HALF_EVEN);
    if (whole.precision() > MOST_DIGITS) {
      throw beyondItsType(column);
    }
    return whole.longValue();
  }

  /** The same for a column of 32 bits. */
  static @Nullable Long int32(String column, JsonNode value) throws BadValue {
    Long whole = whole(column, value);
    return whole == null ? null : (Long) int32(column, whole);
  }

  /** The number itself, if it fits into a column of 32 bits. */
  static long int32(String column, long number) throws BadValue {
    if (number != (int) number) {
      throw beyondItsType(column);
    }
    return number;
  }

  private static BadValue beyondItsType(String column) {
    return BadValue.of("out_of_range", column, column + " is too large a number.");
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
    if (!Double.isFinite(value.doubleValue())) {
      throw beyondItsType(column);
    }
    return value.decimalValue();
  }
}
