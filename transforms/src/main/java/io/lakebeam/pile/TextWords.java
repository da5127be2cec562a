package io.lakebeam.pile;

import com.ibm.icu.lang.UCharacter;
import io.lakebeam.lake.Utf8Text;
import io.lakebeam.values.Utf8;
import java.nio.charset.StandardCharsets;

/**
 * Goes through the words of a text, one after another: maximal runs of characters that are not
 * white space (Unicode's property White_Space). Characters are code points. Only the word where it
 * stands is known, so a text of megabytes takes no more memory than a short one.
 */
final class TextWords {
  private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

  /** No code point: a 0 would leave a hash of 0 as it is. */
  private static final int NUL = Character.MAX_CODE_POINT + 1;

  /** Of {@code ...} as well as of {@code …}. */
  private static final int ELLIPSIS_BYTES = 3;

  private Utf8Text text = new Utf8Text();
  private int start;
  private int end;
  private long hash;
  private int characters;
  private int lineBreaks;
  private int count;
  private long allCharacters;

  /** Goes before the first word of a text, whose bytes must stay as they are. */
  void set(Utf8Text other) {
    text = other;
    end = text.from();
    count = 0;
    allCharacters = 0;
  }

  /** Goes to the next word; false behind the last one. */
  boolean next() {
    skipWhiteSpace();
    if (start == text.to()) {
      return false;
    }
    readWord();
    count++;
    allCharacters += characters;
    return true;
  }

  private void skipWhiteSpace() {
    byte[] bytes = text.bytes();
    lineBreaks = 0;
    start = end;
    while (start < text.to()) {
      int space = Fingerprint.whiteSpace(bytes, start);
      if (space == 0) {
        return;
      }
      lineBreaks += bytes[start] == '\n' ? 1 : 0;
      start += space;
    }
  }

  private void readWord() {
    byte[] bytes = text.bytes();
    hash = 0;
    characters = 0;
    end = start;
    while (end < text.to() && Fingerprint.whiteSpace(bytes, end) == 0) {
      int codePoint = Utf8.codePoint(bytes, end);
      hash = chained(hash, codePoint == 0 ? NUL : codePoint);
      end += Utf8.width(bytes[end]);
      characters++;
    }
  }

  /**
   * The hash of a sequence one longer, in 64 bits; two different ones hardly ever have the same.
   */
  static long chained(long hash, long next) {
    long mixed = (hash ^ next) * HASH_FACTOR;
    mixed ^= mixed >>> 32;
    return mixed * HASH_FACTOR + next;
  }

  /** How many characters the word has. */
  int characters() {
    return characters;
  }

  long hash() {
    return hash;
  }

  /** How many words there are up to this one. */
  int count() {
    return count;
  }

  /** How many characters the words up to this one have. */
  long allCharacters() {
    return allCharacters;
  }

  /**
   * Whether so many line feeds, or more, part the word from the one before it, or it is the first.
   */
  boolean begins(int breaks) {
    return count == 1 || lineBreaks >= breaks;
  }

  boolean startsWithOneOf(String marks) {
    return marks.indexOf(Utf8.codePoint(text.bytes(), start)) >= 0;
  }

  boolean hasLetter() {
    byte[] bytes = text.bytes();
    for (int i = start; i < end; i += Utf8.width(bytes[i])) {
      if (UCharacter.isUAlphabetic(Utf8.codePoint(bytes, i))) {
        return true;
      }
    }
    return false;
  }

  boolean endsWithEllipsis() {
    return end - start >= ELLIPSIS_BYTES && isEllipsis(text.bytes(), end - ELLIPSIS_BYTES);
  }

  /** How many ellipses the word has, none of them within another. */
  int ellipses() {
    byte[] bytes = text.bytes();
    int ellipses = 0;
    for (int i = start; i <= end - ELLIPSIS_BYTES; i++) {
      if (isEllipsis(bytes, i)) {
        ellipses++;
        i += ELLIPSIS_BYTES - 1;
      }
    }
    return ellipses;
  }

  private static boolean isEllipsis(byte[] bytes, int at) {
    return bytes[at] == '.'
        ? bytes[at + 1] == '.' && bytes[at + 2] == '.'
        : bytes[at] == (byte) 0xE2 && Utf8.codePoint(bytes, at) == '…';
  }

  /** How often the word has an ASCII character. */
  int occurrences(char ascii) {
    int occurrences = 0;
    for (int i = start; i < end; i++) {
      occurrences += text.bytes()[i] == ascii ? 1 : 0;
    }
    return occurrences;
  }

  String word() {
    return new String(text.bytes(), start, end - start, StandardCharsets.UTF_8);
  }
}
