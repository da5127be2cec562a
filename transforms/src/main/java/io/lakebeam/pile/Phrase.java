package io.lakebeam.pile;

import java.util.Arrays;

/**
 * Finds a phrase in bytes with the algorithm of Horspool ("Practical fast searching in strings",
 * 1980): a byte that does not occur in the phrase lets the search leap over its whole length.
 */
final class Phrase {
  private final byte[] phrase;
  private final int[] leaps = new int[1 << Byte.SIZE];

  /**
   * @param phrase one byte at least
   */
  Phrase(byte[] phrase) {
    this.phrase = phrase.clone();
    Arrays.fill(leaps, phrase.length);
    for (int i = 0; i < phrase.length - 1; i++) {
      leaps[phrase[i] & 0xFF] = phrase.length - 1 - i;
    }
  }

  /** Where it is first found in {@code bytes[from, to)}; -1 if nowhere. */
  int indexIn(byte[] bytes, int from, int to) {
    int last = phrase.length - 1;
    byte lastByte = phrase[last];
    for (int i = from + last; i < to; i += leaps[bytes[i] & 0xFF]) {
      if (bytes[i] == lastByte && Arrays.equals(bytes, i - last, i, phrase, 0, last)) {
        return i - last;
      }
    }
    return -1;
  }
}
