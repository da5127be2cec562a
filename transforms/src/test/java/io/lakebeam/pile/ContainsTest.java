package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContainsTest {
  /** Letters that grow and shrink when they are folded, and one that folds to another's form. */
  private static final String LETTERS =
      "abAB \u00e9\u00c9\u1e9e\u00df\u212ak\u023a\u2c65\u03a3\u03c2\u03c3\ud801\udc00\ud801\udc28";

  private static int find(String text, boolean ignoreCase, String... phrases) {
    return new Contains(List.of(phrases), ignoreCase).find(Documents.of(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return letters().list().ofMaxSize(30).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> phrases() {
    return letters().list().ofMinSize(1).ofMaxSize(3).map(list -> String.join("", list));
  }

  private static Arbitrary<String> letters() {
    return Arbitraries.of(LETTERS.codePoints().mapToObj(Character::toString).toList());
  }

  @Property
  void findsWhatIsThereWhereItIs(@ForAll("texts") String text, @ForAll("phrases") String phrase) {
    int index = text.indexOf(phrase);
    int expected =
        index < 0 ? -1 : text.substring(0, index).getBytes(StandardCharsets.UTF_8).length;

    assertThat(find(text, false, phrase)).isEqualTo(expected);
  }

  @Property
  void findsLettersOfAnyCase(@ForAll("texts") String text, @ForAll("phrases") String phrase) {
    boolean expected = folded(text).contains(folded(phrase));

    assertThat(find(text, true, phrase) != Rule.KEEP).isEqualTo(expected);
  }

  private static String folded(String text) {
    return UCharacter.foldCase(text, UCharacter.FOLD_CASE_DEFAULT).equals(text)
        ? text
        : text.codePoints()
            .map(one -> UCharacter.foldCase(one, true))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  @Example
  void comparesLettersOutsideAscii() {
    assertThat(find("Urheberrecht GESCH\u00dcTZT", true, "gesch\u00fctzt")).isEqualTo(13);
    assertThat(find("Urheberrecht GESCH\u00dcTZT", false, "gesch\u00fctzt")).isEqualTo(-1);
    assertThat(find("\u039f\u03a3", true, "\u03bf\u03c2")).isZero();
    assertThat(find("STRASSE", true, "stra\u00dfe")).isEqualTo(-1);
  }

  @Example
  void findsOneOfSeveralPhrases() {
    assertThat(find("all rights reserved", false, "copyright", "rights")).isEqualTo(4);
    assertThat(find("Copyright", false, "copyright")).isEqualTo(-1);
    assertThat(find("copyrights", false, "copyright")).isZero();
    assertThat(find("", false, "copyright")).isEqualTo(-1);
  }
}
