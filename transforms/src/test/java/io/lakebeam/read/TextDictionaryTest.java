package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextDictionaryTest {
  private final TextDictionary dictionary = new TextDictionary();

  private String text(String text) throws BadValue {
    byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
    return dictionary.text(bytes, 1, bytes.length - 1);
  }

  @Test
  void givesTheSameStringAgain() throws BadValue {
    String first = text("XBID_Hour_Power");

    assertThat(text("XBID_Hour_Power")).isSameAs(first).isEqualTo("XBID_Hour_Power");
  }

  @Test
  void staysRightWhenMoreTextsComeThanItHolds() throws BadValue {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 50_000; i++) {
        assertThat(text("text " + i)).isEqualTo("text " + i);
      }
    }
  }

  @Property
  void readsAnyText(@ForAll String text) throws BadValue {
    String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(text(valid)).isEqualTo(valid);
  }

  @Test
  void readsLongTexts() throws BadValue {
    String text = "é".repeat(5_000);

    assertThat(text(text)).isEqualTo(text);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] overlong = {(byte) 0xC0, (byte) 0x80};
    byte[] cut = {'a', (byte) 0xC3};

    for (byte[] bytes : new byte[][] {overlong, cut, new byte[] {(byte) 0xFF}}) {
      assertThatThrownBy(() -> dictionary.text(bytes, 0, bytes.length))
          .isInstanceOfSatisfying(
              BadValue.class, e -> assertThat(e.reason()).isEqualTo("invalid_utf8"));
    }
  }
}
