package io.lakebeam.pile;

import io.lakebeam.lake.Utf8Text;
import java.util.BitSet;

/**
 * How much of a text its repeated n-grams, sequences of n words, make up: for n from 2 on, one
 * after the other, since an n-gram is there twice only if the shorter ones that it begins and ends
 * with are.
 */
final class RepeatedNgrams {
  static final int LONGEST = 10;

  /** Up to here the most frequent n-gram counts alone. */
  private static final int LONGEST_TOP = 4;

  private final long[] hashes;
  private final int[] characters;

  /** The words that an n-gram begins with that is there twice. */
  private final BitSet repeated = new BitSet();

  private int n = 1;

  /**
   * @param count of the text's words
   */
  RepeatedNgrams(Utf8Text text, int count) {
    hashes = new long[count];
    characters = new int[count];
    TextWords words = new TextWords();
    words.set(text);
    for (int word = 0; words.next(); word++) {
      hashes[word] = words.hash();
      characters[word] = words.characters();
    }
    repeated.set(0, count);
  }

  /**
   * Goes to the next n.
   *
   * @return the characters of the most frequent n-gram, up to {@value #LONGEST_TOP}, or of all that
   *     are there twice
   */
  long nextCharacters() {
    n++;
    HashCounts counts = new HashCounts();
    for (int word = 0; word <= hashes.length - n; word++) {
      if (mayBeRepeated(word)) {
        counts.add(hash(word));
      }
    }
    return characters(counts);
  }

  /** The n-gram's two shorter ones are. */
  private boolean mayBeRepeated(int word) {
    return word <= hashes.length - n && repeated.get(word) && repeated.get(word + 1);
  }

  private long hash(int first) {
    long hash = hashes[first];
    for (int word = first + 1; word < first + n; word++) {
      hash = TextWords.chained(hash, hashes[word]);
    }
    return hash;
  }

  private long characters(HashCounts counts) {
    boolean onlyTop = n <= LONGEST_TOP;
    int least = onlyTop ? Math.max(2, counts.greatest()) : 2;
    long topHash = 0;
    boolean found = false;
    long sum = 0;
    int counted = 0;
    for (int word = 0; word < hashes.length; word++) {
      boolean candidate = mayBeRepeated(word);
      long hash = candidate ? hash(word) : 0;
      int count = candidate ? counts.of(hash) : 0;
      repeated.set(word, count >= 2);
      if (count < least || onlyTop && found && hash != topHash) {
        continue;
      }
      found = true;
      topHash = hash;
      for (counted = Math.max(counted, word); counted < word + n; counted++) {
        sum += characters[counted];
      }
    }
    return sum;
  }
}
