package io.lakebeam.pile;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;

/**
 * The words of a text: maximal runs of characters that are not white space (Unicode's property
 * White_Space). Characters are code points. The object is used again for the next text.
 */
final class TextWords {
  private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

  private String text = "";
  private int count;
  private long allCharacters;
  private int[] starts = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int[] characters = new int[1 << 10];
  private int[] lineBreaks = new int[1 << 10];
  private long[] hashes = new long[1 << 10];

  /** Takes the words of another text. */
  void set(String other) {
    text = other;
    count = 0;
    allCharacters = 0;
    int breaks = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (!UCharacter.isUWhiteSpace(codePoint)) {
        i = add(i, breaks);
        breaks = 0;
      } else {
        breaks += codePoint == '\n' ? 1 : 0;
        i += Character.charCount(codePoint);
      }
    }
  }

  private int add(int start, int breaks) {
    reserve();
    long hash = 0;
    int length = 0;
    int end = start;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      if (UCharacter.isUWhiteSpace(codePoint)) {
        break;
      }
      hash = chained(hash, codePoint);
      end += Character.charCount(codePoint);
      length++;
    }
    starts[count] = start;
    ends[count] = end;
    characters[count] = length;
    lineBreaks[count] = breaks;
    hashes[count] = hash;
    allCharacters += length;
    count++;
    return end;
  }

  private void reserve() {
    if (count == starts.length) {
      int capacity = 2 * count;
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      characters = Arrays.copyOf(characters, capacity);
      lineBreaks = Arrays.copyOf(lineBreaks, capacity);
      hashes = Arrays.copyOf(hashes, capacity);
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

  int count() {
    return count;
  }

  /** How many characters a word has. */
  int characters(int word) {
    return characters[word];
  }

  long hash(int word) {
    return hashes[word];
  }

  /** How many characters all words have. */
  long allCharacters() {
    return allCharacters;
  }

  /**
   * Whether so many line feeds, or more, part a word from the one before it, or it is the first.
   */
  boolean begins(int word, int breaks) {
    return word == 0 || lineBreaks[word] >= breaks;
  }

  boolean startsWithOneOf(int word, String marks) {
    return marks.indexOf(text.charAt(starts[word])) >= 0;
  }

  boolean endsWith(int word, String suffix) {
    return ends[word] - starts[word] >= suffix.length()
        && text.startsWith(suffix, ends[word] - suffix.length());
  }

  boolean hasLetter(int word) {
    for (int i = starts[word]; i < ends[word]; i = text.offsetByCodePoints(i, 1)) {
      if (UCharacter.isUAlphabetic(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  String word(int word) {
    return text.substring(starts[word], ends[word]);
  }
}
