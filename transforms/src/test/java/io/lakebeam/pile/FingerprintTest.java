package io.lakebeam.pile;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FingerprintTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "b",
          "\u00e9",
          "\u4e2d",
          "\ud83d\ude00",
          " ",
          "\n",
          "\u00a0",
          "\u2003",
          "\u3000",
          "\u0085",
          "\u200b");

  private static HashValue128 of(String text) {
    return Fingerprint.of(Documents.of(text).getText());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(PARTS).list().ofMaxSize(20).map(parts -> String.join("", parts));
  }

  @Property
  void isTheHashOfTheTextWithSingleSpaces(@ForAll("texts") String text) {
    String folded = text.replaceAll("\\p{IsWhite_Space}+", " ").replaceAll("^ | $", "");
    byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);

    assertThat(of(text)).isEqualTo(Hashing.murmur3_128().hashBytesTo128Bits(bytes));
  }

  @Example
  void isTheSameForALongTextWhereverItsSpacesAre() {
    String words = "word ".repeat(20_000).strip();

    assertThat(of("\n" + words.replace(" ", " \t ") + " ")).isEqualTo(of(words));
    assertThat(of(words + "s")).isNotEqualTo(of(words));
  }

  @Example
  void knowsTheWhiteSpaceOfUnicode() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        boolean white = UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE);
        assertThat(Fingerprint.whiteSpace(bytes, 0)).isEqualTo(white ? bytes.length : 0);
      }
    }
  }
}
