package io.lakebeam.pile;

import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SplitMix64;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes drawn words and numbers into a JSON string. What is drawn depends on its own random
 * sequence only, so that the same text can be written again: laid out otherwise, or with some of
 * its words replaced.
 */
final class SampleWriter {
  private static final byte[] LINE = bytes("\\n");
  private static final byte[] PARAGRAPH = bytes("\\n\\n");
  private static final byte[] TAB = bytes("\\t");

  private final LineBuffer out;
  private final SplitMix64 random;
  private @Nullable SplitMix64 layout;
  private @Nullable SplitMix64 edits;
  private int wordsBetweenEdits;
  private int length;

  SampleWriter(LineBuffer out, SplitMix64 random) {
    this.out = out;
    this.random = random;
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

  /**
   * How many bytes were written, without white space: a text that ends at a length ends at the same
   * word however it is laid out.
   */
  int length() {
    return length;
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.below(bound);
  }

  /** Writes one of the words. */
  void pick(byte[][] list) {
    int index = random.below(list.length);
    if (edits != null && edits.below(wordsBetweenEdits) == 0) {
      index = edits.below(list.length);
    }
    write(list[index]);
  }

  /** Writes some of the words, with spaces between them. */
  void pick(byte[][] list, int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        space();
      }
      pick(list);
    }
  }

  /** Writes a number from 0 to {@code bound - 1}. */
  void number(int bound) {
    int mark = out.length();
    out.appendNumber(random.below(bound));
    length += out.length() - mark;
  }

  /** Writes ASCII characters as they stand in JSON. */
  void write(String ascii) {
    write(bytes(ascii));
  }

  void write(byte[] word) {
    out.append(word);
    length += word.length;
  }

  void space() {
    if (layout != null && layout.below(16) == 0) {
      out.append(layout.below(2) == 0 ? LINE : TAB);
    }
    out.append(' ');
  }

  void tab() {
    out.append(TAB);
  }

  void endLine() {
    lineBreak(LINE);
  }

  void endParagraph() {
    lineBreak(PARAGRAPH);
  }

  private void lineBreak(byte[] lineBreak) {
    if (layout != null && layout.below(4) == 0) {
      out.append(LINE);
    }
    out.append(lineBreak);
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
