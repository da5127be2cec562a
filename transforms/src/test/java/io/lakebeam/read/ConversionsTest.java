package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversions against java.math and java.time. */
class ConversionsTest {
  interface Conversion {
    long parse(byte[] bytes, int from, int to) throws BadValue;
  }

  /** Converts the text where it lies between digits, which must not be read. */
  private static Optional<Long> converted(Conversion conversion, String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = ("91" + text + "19").getBytes(StandardCharsets.UTF_8);
    try {
      return Optional.of(conversion.parse(bytes, 2, 2 + value.length));
    } catch (BadValue e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0,0",
    "007,7",
    "9223372036854775807,9223372036854775807",
    "-9223372036854775808,-9223372036854775808",
    "00000000000000000000000000012,12"
  })
  void readsIntegers(String text, long value) {
    assertThat(converted(Integers::parse, text)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        "1 ",
        " 1",
        "1.0",
        "1e3",
        "0x1",
        "--1",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999",
        "1,0",
        "٣",
        "1_000"
      })
  void refusesOtherIntegers(String text) {
    assertThat(converted(Integers::parse, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-5.03,-5030000",
    "5,5000000",
    "0.000001,1",
    "-0.000001,-1",
    "-0,0",
    "999999999999.999999,999999999999999999",
    "-999999999999.999999,-999999999999999999",
    "000000000001,1000000"
  })
  void readsDecimals(String text, long millionths) {
    assertThat(converted(Decimals::parse, text)).contains(millionths);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        ".5",
        "5.",
        "+5",
        "1e3",
        "NaN",
        "Infinity",
        "0x10",
        "1,5",
        "1.0000000",
        "1000000000000",
        "1.2.3",
        "1..2",
        " 1",
        "1 ",
        "--1",
        "1-",
        "12345678901234567890123"
      })
  void refusesOtherDecimals(String text) {
    assertThat(converted(Decimals::parse, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01T10:00:00Z,2023-01-01T10:00:00Z",
    "2022-12-31T16:05:06.392Z,2022-12-31T16:05:06.392Z",
    "2023-01-01T10:00:00.000001+00:00,2023-01-01T10:00:00.000001Z",
    "2023-01-01T00:30:00+01:00,2022-12-31T23:30:00Z",
    "2023-01-01T00:30:00-18:00,2023-01-01T18:30:00Z",
    "2024-02-29T23:59:59.9Z,2024-02-29T23:59:59.9Z",
    "2000-02-29T00:00:00Z,2000-02-29T00:00:00Z",
    "1969-12-31T23:59:59.999999Z,1969-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z"
  })
  void readsTimestamps(String text, String instant) {
    assertThat(converted(IsoTimestamps::parse, text)).contains(micros(Instant.parse(instant)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-01-01",
        "2023-01-01T10:00Z",
        "2023-01-01T10:00:00",
        "2023-01-01 10:00:00Z",
        "2023-01-01t10:00:00Z",
        "2023-01-01T10:00:00z",
        "2023-01-01T10:00:00.Z",
        "2023-01-01T10:00:00.1234567Z",
        "2023-01-01T10:00:00,5Z",
        "2023-01-01T10:00:00.5",
        "2023-01-01T10:00:00+0100",
        "2023-01-01T10:00:00+01",
        "2023-01-01T10:00:00+18:01",
        "2023-01-01T10:00:00+01:60",
        "2023-01-01T10:00:00 01:00",
        "2023-01-01T10:00:00Z ",
        "2023-01-01T10:00:60Z",
        "2023-01-01T24:00:00Z",
        "2023-01-01T10:60:00Z",
        "0000-02-29T00:00:00Z",
        "0001-01-01T00:00:00+18:00",
        "9999-12-31T23:59:59-18:00",
        "2023-02-29T10:00:00Z",
        "1900-02-29T10:00:00Z",
        "2023-04-31T10:00:00Z",
        "2023-00-10T10:00:00Z",
        "2023-13-10T10:00:00Z",
        "2023-01-00T10:00:00Z",
        "+2023-01-01T10:00:00Z",
        "-023-01-01T10:00:00Z",
        "12023-01-01T10:00:00Z",
        "2023-01-01T1a:00:00Z",
        "1672567200000"
      })
  void refusesOtherTimestamps(String text) {
    assertThat(converted(IsoTimestamps::parse, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0123456789012345678901234567890123456789012345678901234567890123"})
  void saysWhatItRead(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    BadValue error =
        catchThrowableOfType(BadValue.class, () -> Integers.parse(bytes, 0, bytes.length));

    assertThat(error.reason()).isEqualTo("malformed_integer");
    assertThat(error.message()).startsWith("\"" + text.substring(0, Math.min(60, text.length())));
    assertThat(error.message()).hasSizeLessThan(120);
  }

  @Property
  void integersAgreeWithBigInteger(@ForAll("numbers") String text) {
    Optional<Long> expected = Optional.empty();
    if (text.matches("-?[0-9]+")) {
      BigInteger value = new BigInteger(text);
      expected = value.bitLength() < 64 ? Optional.of(value.longValueExact()) : Optional.empty();
    }
    assertThat(converted(Integers::parse, text)).isEqualTo(expected);
  }

  @Property
  void decimalsAgreeWithBigDecimal(@ForAll("numbers") String text) {
    Optional<Long> expected =
        text.matches("-?[0-9]{1,12}([.][0-9]{1,6})?")
            ? Optional.of(new BigDecimal(text).movePointRight(6).longValueExact())
            : Optional.empty();
    assertThat(converted(Decimals::parse, text)).isEqualTo(expected);
  }

  @Property(tries = 5000)
  void timestampsAgreeWithJavaTime(@ForAll("timestamps") String text) {
    assertThat(converted(IsoTimestamps::parse, text)).isEqualTo(javaTime(text));
  }

  private static Optional<Long> javaTime(String text) {
    String form =
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})";
    if (!text.matches(form)) {
      return Optional.empty();
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year < 1 || year > 9999 ? Optional.empty() : Optional.of(micros(instant));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> whole = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(21);
    Arbitrary<String> fraction = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(7);
    Arbitrary<String> valid =
        Combinators.combine(Arbitraries.of("", "-"), whole, fraction.optional())
            .as((sign, digits, rest) -> sign + digits + rest.map(r -> "." + r).orElse(""));
    return Arbitraries.oneOf(valid, Arbitraries.longs().map(String::valueOf), mutated(valid));
  }

  @Provide
  Arbitrary<String> timestamps() {
    Arbitrary<String> day =
        Combinators.combine(number(0, 9999, 4), number(0, 13, 2), number(0, 32, 2))
            .as((year, month, date) -> year + "-" + month + "-" + date);
    Arbitrary<String> time =
        Combinators.combine(number(0, 24, 2), number(0, 60, 2), number(0, 60, 2))
            .as((hour, minute, second) -> hour + ":" + minute + ":" + second);
    Arbitrary<String> fraction =
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(7).map(digits -> "." + digits);
    Arbitrary<String> offset =
        Combinators.combine(Arbitraries.of("+", "-"), number(0, 19, 2), number(0, 60, 2))
            .as((sign, hours, minutes) -> sign + hours + ":" + minutes);
    Arbitrary<String> valid =
        Combinators.combine(
                day,
                time,
                Arbitraries.oneOf(Arbitraries.just(""), fraction),
                Arbitraries.oneOf(Arbitraries.just("Z"), offset))
            .as((d, t, f, o) -> d + "T" + t + f + o);
    return Arbitraries.frequencyOf(Tuple.of(4, valid), Tuple.of(1, mutated(valid)));
  }

  private static Arbitrary<String> number(int least, int most, int digits) {
    return Arbitraries.integers()
        .between(least, most)
        .map(number -> String.format("%0" + digits + "d", number));
  }

  /** One character deleted, doubled or replaced. */
  private static Arbitrary<String> mutated(Arbitrary<String> valid) {
    Arbitrary<String> piece =
        Arbitraries.of("", "0", "9", "-", "+", ".", ",", ":", "T", "Z", "z", " ", "e", "/", "é");
    return Combinators.combine(valid, Arbitraries.integers().between(0, 40), piece)
        .as(
            (text, at, inserted) -> {
              int index = text.isEmpty() ? 0 : at % text.length();
              String rest =
                  text.substring(at % 2 == 0 ? Math.min(index + 1, text.length()) : index);
              return text.substring(0, index) + inserted + rest;
            });
  }
}
