package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked is what the grammars say, and takes linear time. */
class PersonalDataMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to a.b+c@mail.example.org.|write to <email>.",
        "<x_1@y-z.de>,(p%q@r.st)|<<email>>,(<email>)",
        "“joe@example.com”|“<email>”",
        "from 10.0.0.255, 0.0.0.0/8|from <ipv4>, <ipv4>/8",
        "at 192.168.1.1:8080.|at <ipv4>:8080.",
        "(555) 234-5678 or (555)234.5678|<phone> or <phone>",
        "1-212-555-0123 and 212.555.0123|<phone> and <phone>",
        "+49 (30) 901820, +4930901820!|<phone>, <phone>!",
        "tel:+1-202-555-0143;|tel:<phone>;",
        "a@b.co 1.2.3.4 +33 1 42 34 56 78|<email> <ipv4> <phone>"
      })
  void masks(String text, String masked) {
    assertThat(PersonalDataMask.mask(text, kind -> {})).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@b",
        "a@b.c",
        "a@b.c1",
        "@b.com",
        ".a@b.com",
        "a.@b.com",
        "a..b@c.com",
        "a@-b.com",
        "a@b-.com",
        "a@b.com_",
        "a@b.com@c",
        "müller@x.de",
        "a@b.com.1",
        "1.2.3",
        "1.2.3.4.5",
        "v1.2.3.4",
        "256.1.1.1",
        "01.2.3.4",
        "1.2.3.4x",
        "1.2.3.1000",
        "212 555 0123",
        "2125550123",
        "112-555-0123",
        "212-155-0123",
        "212-555-012",
        "212-555-01234",
        "212-555.0123",
        "555-1234",
        "2021-10-12",
        "x212-555-0123",
        "+0123456789",
        "+1234567",
        "+12 34 56 78 90 12 34 56 7",
        "3.14159265",
        "$1,234.50",
        "212-555-0123-4"
      })
  void leaves(String text) {
    assertThat(PersonalDataMask.mask(text, kind -> {})).isSameAs(text);
  }

  @Test
  void countsByKind() {
    Map<PersonalData, Long> counts = new EnumMap<>(PersonalData.class);
    PersonalDataMask.mask(
        "a@b.org c@d.org 1.2.3.4 +1 202 555 0143", kind -> counts.merge(kind, 1L, Long::sum));
    assertThat(counts)
        .isEqualTo(Map.of(PersonalData.EMAIL, 2L, PersonalData.IPV4, 1L, PersonalData.PHONE, 1L));
  }

  @Property(tries = 20_000)
  void masksWhatTheRegularExpressionsMask(@ForAll("suspicious") String text) {
    Map<String, Long> counts = new TreeMap<>();
    String expected = PersonalDataOracle.mask(text, counts);
    Map<String, Long> found = new TreeMap<>();
    assertThat(PersonalDataMask.mask(text, kind -> found.merge(kind.code(), 1L, Long::sum)))
        .isEqualTo(expected);
    assertThat(found).isEqualTo(counts);
  }

  @Provide
  Arbitrary<String> suspicious() {
    return Arbitraries.of(
            "a",
            "@",
            ".",
            "b.org",
            "x@y.de",
            "-",
            "_",
            " ",
            "(",
            ")",
            "+",
            "1",
            "2",
            "212",
            "555",
            "0123",
            "12",
            "1.2.3.4",
            "(212) 555-0123",
            "é",
            "😀",
            "%",
            "+49 30 1234567",
            "\n")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  /** Would take hours if it were quadratic with the usual constant. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "@", "a@", "a.", "1.", "1", "+1", "(", "(212) ", "a@b.", "1-212-", ".-@"})
  void takesLinearTime(String piece) {
    String text = piece.repeat(2_000_000);
    Assertions.assertTimeout(Duration.ofMinutes(1), () -> PersonalDataMask.mask(text, kind -> {}));
  }
}
