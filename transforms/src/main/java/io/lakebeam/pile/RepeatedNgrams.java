package io.lakebeam.pile;

/**
 * How much of a text its repeated n-grams, sequences of n words, make up: for n from 2 on, one
 * after the other, since an n-gram is there twice only if the shorter ones that it begins and ends
 * with are.
 */
final class RepeatedNgrams {
  static final int LONGEST = 10;

  /** Up to here the most frequent n-gram counts alone. */
  private static final int LONGEST_TOP = 4;

  private final TextWords words;
  private final long[] hashes;

  /** Whether the n-gram that begins with a word is there twice. */
  private final boolean[] repeated;

  private int n = 1;

  RepeatedNgrams(TextWords words) {
    this.words = words;
    this.hashes = new long[words.count()];
    this.repeated = new boolean[words.count()];
    for (int word = 0; word < hashes.length; word++) {
      hashes[word] = words.hash(word);
      repeated[word] = true;
    }
  }

  /**
   * Goes to the next n.
   *
   * @return the characters of the most frequent n-gram, up to {@value #LONGEST_TOP}, or of all that
   *     are there twice
   */
  long nextCharacters() {
    n++;
    int last = words.count() - n;
    HashCounts counts = new HashCounts(count(last));
    for (int word = 0; word <= last; word++) {
      if (repeated[word] && repeated[word + 1]) {
        hashes[word] = TextWords.chained(hashes[word], words.hash(word + n - 1));
        counts.add(hashes[word]);
      }
    }
    return characters(last, counts);
  }

  private int count(int last) {
    int count = 0;
    for (int word = 0; word <= last; word++) {
      count += repeated[word] && repeated[word + 1] ? 1 : 0;
    }
    return count;
  }

  private long characters(int last, HashCounts counts) {
    int top = n <= LONGEST_TOP ? Math.max(2, counts.greatest()) : 2;
    boolean onlyTop = n <= LONGEST_TOP;
    long topHash = 0;
    boolean found = false;
    long characters = 0;
    int counted = 0;
    for (int word = 0; word < words.count(); word++) {
      boolean candidate = word <= last && repeated[word] && repeated[word + 1];
      int count = candidate ? counts.of(hashes[word]) : 0;
      repeated[word] = count >= 2;
      if (count < top || onlyTop && found && hashes[word] != topHash) {
        continue;
      }
      found = true;
      topHash = hashes[word];
      for (counted = Math.max(counted, word); counted < word + n; counted++) {
        characters += words.characters(counted);
      }
    }
    return characters;
  }
}
