package io.lakebeam.pile;

import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SplitMix64;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a made-up text as the inside of a JSON string. What is drawn depends on the text's own
 * random sequence only, so that the same text can be written again: laid out otherwise, or with
 * some of its words replaced.
 */
final class SampleText {
  private static final byte[] LINE = ascii("\\n");
  private static final byte[] PARAGRAPH = ascii("\\n\\n");
  private static final byte[] TAB = ascii("\\t");
  private static final byte[] QUOTE = ascii("\\\"");
  private static final byte[][] JOINS = {
    ascii(", and"), ascii(", but"), ascii(";"), ascii(" that")
  };

  private final LineBuffer out;
  private final SplitMix64 random;
  private final boolean ascii;
  private @Nullable SplitMix64 layout;
  private @Nullable SplitMix64 edits;
  private int wordsBetweenEdits;
  private byte[] topic = {};

  /** Without white space, so that a text ends at the same word however it is laid out. */
  private int bytes;

  /**
   * @param ascii whether characters beyond ASCII are escaped
   */
  SampleText(LineBuffer out, SplitMix64 random, boolean ascii) {
    this.out = out;
    this.random = random;
    this.ascii = ascii;
  }

  /** From now on white space differs here and there. */
  void layOutWith(SplitMix64 other) {
    layout = other;
  }

  /** From now on every so many-th word, on average, is replaced. */
  void editWith(SplitMix64 other, int wordsBetween) {
    edits = other;
    wordsBetweenEdits = wordsBetween;
  }

  /** Writes about so many bytes, a sentence or a line at least. */
  void write(SampleStyle style, int length) {
    byte[][] foreign =
        SampleWords.foreign(
            style == SampleStyle.FOREIGN ? random.below(SampleWords.languages()) : 0, ascii);
    int lines = 0;
    while (true) {
      unit(style, foreign, lines);
      if (bytes >= length) {
        return;
      }
      lines++;
      separate(style, lines);
    }
  }

  /** Adds a paragraph that is given as it stands in JSON. */
  void paragraph(String ascii) {
    breakLine(PARAGRAPH);
    word(ascii(ascii));
  }

  private void unit(SampleStyle style, byte[][] foreign, int line) {
    switch (style) {
      case CODE:
        code(line);
        return;
      case MATHEMATICS:
        mathematics(line);
        return;
      case CHAT:
        speak();
        return;
      case SUBTITLES:
        subtitle();
        return;
      case FOREIGN:
        words(foreign, 4 + random.below(12));
        word(ascii("."));
        return;
      case MAIL:
        mail(line);
        return;
      case BOILERPLATE:
        boilerplate(line);
        return;
      case LIST:
        word(ascii("- "));
        words(SampleWords.NOUNS, 2 + random.below(4));
        return;
      default:
        sentence(style == SampleStyle.PAPER && random.below(8) == 0);
    }
  }

  private void separate(SampleStyle style, int lines) {
    switch (style) {
      case PROSE:
      case PAPER:
      case FOREIGN:
        if (lines % 5 == 0) {
          breakLine(PARAGRAPH);
        } else {
          space();
        }
        return;
      default:
        breakLine(LINE);
    }
  }

  private void sentence(boolean formula) {
    clause(SampleWords.STARTS);
    for (int more = random.below(3); more > 0; more--) {
      word(JOINS[random.below(JOINS.length)]);
      space();
      clause(SampleWords.ARTICLES);
    }
    if (formula) {
      space();
      word(ascii("with"));
      space();
      pick(SampleWords.SYMBOLS);
    }
    word(ascii("."));
  }

  private void clause(byte[][] articles) {
    pick(articles);
    space();
    if (random.below(2) == 0) {
      pick(SampleWords.ADJECTIVES);
      space();
    }
    pick(SampleWords.NOUNS);
    space();
    pick(SampleWords.VERBS);
    space();
    pick(SampleWords.ARTICLES);
    space();
    pick(SampleWords.NOUNS);
    space();
    pick(SampleWords.LINKS);
    space();
    pick(SampleWords.ARTICLES);
    space();
    pick(SampleWords.NOUNS);
  }

  private void code(int line) {
    if (line % 6 == 0) {
      word(ascii("def "));
      pick(SampleWords.CODE);
      word(ascii("_"));
      pick(SampleWords.NOUNS);
      word(ascii("("));
      pick(SampleWords.CODE);
      word(ascii("):"));
      return;
    }
    out.append(TAB);
    pick(SampleWords.CODE);
    word(ascii(" = "));
    pick(SampleWords.NOUNS);
    word(ascii("["));
    word(QUOTE);
    pick(SampleWords.CODE);
    word(QUOTE);
    word(ascii("] + "));
    number(1000);
    word(ascii("  # "));
    pick(SampleWords.NOUNS);
  }

  private void mathematics(int line) {
    if (line % 2 == 1) {
      number(1000);
      return;
    }
    word(ascii("Solve "));
    number(100);
    word(ascii("*x + "));
    number(1000);
    word(ascii(" = "));
    number(1000);
    word(ascii(" for x."));
  }

  private void boilerplate(int line) {
    if (line == 0) {
      topic = SampleWords.NOUNS[random.below(SampleWords.NOUNS.length)];
    }
    word(ascii("Click here to read about the "));
    word(topic);
    word(ascii(" on our "));
    word(topic);
    word(ascii(" page"));
  }

  private void speak() {
    word(ascii("<"));
    pick(SampleWords.NAMES);
    word(ascii("> "));
    clause(SampleWords.ARTICLES);
  }

  private void subtitle() {
    words(SampleWords.NOUNS, 1);
    space();
    pick(SampleWords.VERBS);
    space();
    words(SampleWords.NOUNS, 1 + random.below(5));
    word(ascii(random.below(4) == 0 ? "..." : random.below(2) == 0 ? "?" : "!"));
  }

  private void mail(int line) {
    if (line == 0) {
      word(ascii("Subject: "));
      words(SampleWords.NOUNS, 3);
    } else {
      sentence(false);
    }
  }

  private void words(byte[][] list, int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        space();
      }
      pick(list);
    }
  }

  private void pick(byte[][] list) {
    int index = random.below(list.length);
    if (edits != null && edits.below(wordsBetweenEdits) == 0) {
      index = edits.below(list.length);
    }
    word(list[index]);
  }

  private void number(int bound) {
    int mark = out.length();
    out.appendNumber(random.below(bound));
    bytes += out.length() - mark;
  }

  private void word(byte[] word) {
    out.append(word);
    bytes += word.length;
  }

  private void space() {
    if (layout != null && layout.below(16) == 0) {
      out.append(layout.below(2) == 0 ? LINE : TAB);
    }
    out.append(' ');
  }

  private void breakLine(byte[] lineBreak) {
    if (layout != null && layout.below(4) == 0) {
      out.append(LINE);
    }
    out.append(lineBreak);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
