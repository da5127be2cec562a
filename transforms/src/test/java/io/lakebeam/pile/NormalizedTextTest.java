package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

/** One character has one spelling, and none is a control character. */
class NormalizedTextTest {
  @Test
  void composesWhatIsComposed() {
    assertThat(NormalizedText.of("Cafe\u0301")).isEqualTo("Caf\u00E9");
    assertThat(NormalizedText.of("\u1100\u1161\u11A8")).isEqualTo("\uAC01");
    // Examples of UAX #15, table 5: ohm and angstrom signs, and two marks in canonical order.
    assertThat(NormalizedText.of("\u2126\u212B")).isEqualTo("\u03A9\u00C5");
    assertThat(NormalizedText.of("s\u0307\u0323")).isEqualTo("\u1E69");
  }

  @Test
  void leavesCompatibilityCharacters() {
    assertThat(NormalizedText.of("\uFB01 \u00B2 \uFF21")).isEqualTo("\uFB01 \u00B2 \uFF21");
  }

  @Test
  void makesLineEndsLineFeeds() {
    assertThat(NormalizedText.of("a\r\nb\rc\u0085d\fe\u000Bf\n\r\ng\r"))
        .isEqualTo("a\nb\nc\nd\ne\nf\n\ng\n");
  }

  @Test
  void dropsControlCharactersButTabAndLineFeed() {
    assertThat(NormalizedText.of("a\u0000\tb\u001F\u007F\u0080\u009Fc\n")).isEqualTo("a\tbc\n");
  }

  @Test
  void composesAcrossDroppedCharacters() {
    assertThat(NormalizedText.of("e\u0000\u0301")).isEqualTo("\u00E9");
  }

  @Test
  void givesTheSameObjectWhereNothingChanges() {
    String text = "Nothing to do:\n\tgar nichts, \u03B1\u03B2\u03B3";
    assertThat(NormalizedText.of(text)).isSameAs(text);
  }

  @Property(tries = 2000)
  void changesNothingTheSecondTime(@ForAll @CharRange(from = 0, to = 0x3FF) String text) {
    String once = NormalizedText.of(text);
    assertThat(NormalizedText.of(once)).isEqualTo(once);
    assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
    assertThat(once).doesNotContainPattern("[\\p{Cc}&&[^\t\n]]");
  }
}
