package io.lakebeam.pile;

import static io.lakebeam.lake.Texts.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.AbstractDoubleAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Gopher rules measure what their paper says. */
class TextQualityTest {
  @Test
  void passesProse() {
    TextQuality quality = new TextQuality();
    quality.measure(utf8("It was said that you have to be with them. " + words(60)));
    assertThat(rule(quality)).isNull();
  }

  @Test
  void measuresWords() {
    String text = "The cat # and ... the dog, 42 of 7 #tag… x";
    assertMeasured(text, QualityMeasure.WORD_COUNT).isEqualTo(12);
    assertMeasured(text, QualityMeasure.MEAN_WORD_LENGTH).isEqualTo(31 / 12.0);
    assertMeasured(text, QualityMeasure.HASH_RATIO).isEqualTo(2 / 12.0);
    assertMeasured(text, QualityMeasure.ELLIPSIS_RATIO).isEqualTo(2 / 12.0);
    assertMeasured(text, QualityMeasure.ALPHABETIC_WORD_RATIO).isEqualTo(8 / 12.0);
    assertMeasured(text, QualityMeasure.STOP_WORD_COUNT).isEqualTo(3);
  }

  @Test
  void measuresLines() {
    String text = "- one...\n\n • two\nthree…\r\n\n\n- one...\nthree…  \n";
    assertMeasured(text, QualityMeasure.BULLET_LINE_RATIO).isEqualTo(3 / 5.0);
    assertMeasured(text, QualityMeasure.ELLIPSIS_LINE_RATIO).isEqualTo(4 / 5.0);
    assertMeasured(text, QualityMeasure.DUPLICATE_LINE_RATIO).isEqualTo(2 / 5.0);
    assertMeasured(text, QualityMeasure.DUPLICATE_LINE_CHARACTER_RATIO).isEqualTo(13 / 30.0);
  }

  @Test
  void measuresParagraphs() {
    String text = "a b\nc\n\nb\n \na b\nc\n\na b c\n\nb";
    assertMeasured(text, QualityMeasure.DUPLICATE_PARAGRAPH_RATIO).isEqualTo(2 / 5.0);
    assertMeasured(text, QualityMeasure.DUPLICATE_PARAGRAPH_CHARACTER_RATIO).isEqualTo(4 / 11.0);
  }

  @Test
  void countsCharactersOfOverlappingNgramsOnce() {
    assertMeasured("a a a a b", QualityMeasure.TOP_2_GRAM_CHARACTER_RATIO).isEqualTo(4 / 5.0);
    assertMeasured("xx y zz xx y", QualityMeasure.TOP_2_GRAM_CHARACTER_RATIO).isEqualTo(6 / 8.0);
    assertMeasured("a b c d", QualityMeasure.TOP_2_GRAM_CHARACTER_RATIO).isEqualTo(0);
    assertMeasured("1 2 3 4 5 x 1 2 3 4 5", QualityMeasure.DUPLICATE_5_GRAM_CHARACTER_RATIO)
        .isEqualTo(10 / 11.0);
    assertMeasured("1 2 3 4 5 x 1 2 3 4 5", QualityMeasure.DUPLICATE_6_GRAM_CHARACTER_RATIO)
        .isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "WORD_COUNT, 49, 50, 100000, 100001",
    "MEAN_WORD_LENGTH, 2.999, 3, 10, 10.001",
    "HASH_RATIO, -1, 0, 0.1, 0.1001",
    "ALPHABETIC_WORD_RATIO, 0.7999, 0.8, 1, 1.1",
    "STOP_WORD_COUNT, 1, 2, 8, 9",
    "TOP_4_GRAM_CHARACTER_RATIO, -1, 0, 0.16, 0.1601",
    "DUPLICATE_10_GRAM_CHARACTER_RATIO, -1, 0, 0.10, 0.1001"
  })
  void boundsAreIncluded(
      QualityMeasure measure, double below, double least, double most, double above) {
    assertThat(measure.allows(below)).isFalse();
    assertThat(measure.allows(least)).isTrue();
    assertThat(measure.allows(most)).isTrue();
    assertThat(measure.allows(above)).isFalse();
  }

  @Test
  void namesTheMeasuresOfNgrams() {
    assertThat(QualityMeasure.ofNgrams(2).column()).isEqualTo("top_2_gram_character_ratio");
    assertThat(QualityMeasure.ofNgrams(10).rule())
        .isEqualTo("gopher_duplicate_10_gram_character_ratio");
  }

  @Property(tries = 3_000)
  void measuresWhatTheOracleMeasures(@ForAll("texts") String text) {
    Map<String, Double> expected = QualityOracle.measures(text);
    TextQuality quality = new TextQuality();
    quality.measure(utf8("a text before it, with other words " + "of the same object".repeat(3)));
    assertThat(rule(quality)).isNotNull();
    assertThat(quality.value(QualityMeasure.TOP_2_GRAM_CHARACTER_RATIO)).isPositive();
    quality.measure(utf8(text));
    for (QualityMeasure measure : QualityMeasure.values()) {
      assertThat(quality.value(measure))
          .as(measure.column())
          .isEqualTo(expected.get(measure.column()));
    }
    assertThat(rule(quality)).isEqualTo(QualityOracle.rule(expected));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a ",
            "bb ",
            "the ",
            "The ",
            "of ",
            "é ",
            "😀 ",
            "7 ",
            "# ",
            "... ",
            "… ",
            "\n",
            "\n\n",
            "\n \n",
            "- ",
            "• x",
            "\t",
            "\u2003",
            "x",
            "\0",
            "one two three four five six seven\n",
            "....")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  @Test
  void namesColumnsAndMasksAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr"));
    try {
      assertThat(QualityMeasure.HASH_RATIO.rule()).isEqualTo("gopher_hash_ratio");
      assertThat(PersonalData.EMAIL.placeholder()).isEqualTo("<email>");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static AbstractDoubleAssert<?> assertMeasured(String text, QualityMeasure measure) {
    TextQuality quality = new TextQuality();
    quality.measure(utf8(text));
    return assertThat(quality.value(measure));
  }

  private static String rule(TextQuality quality) {
    for (QualityMeasure measure : QualityMeasure.values()) {
      if (!measure.allows(quality.value(measure))) {
        return measure.rule();
      }
    }
    return null;
  }

  private static String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append("word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
    }
    return words.toString();
  }
}
