package io.lakebeam.pile;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import io.lakebeam.lake.Utf8Text;

/**
 * The hashes of a text's shingles, so many words in a row each; a text of fewer words is one
 * shingle. They are computed as they are asked for, from the first to the last, as often as one
 * likes: a hasher goes through those of a short text several times, and nothing is held of a long
 * one.
 */
final class TextShingles implements ElementHashProvider {
  private final TextWords words = new TextWords();

  /** Of the last words, each at its number modulo the length. */
  private final long[] hashes;

  private Utf8Text text = new Utf8Text();
  private int count;
  private int next;

  /**
   * @param length in words
   */
  TextShingles(int length) {
    hashes = new long[length];
  }

  /** Takes those of another text, whose bytes must stay as they are. */
  void set(Utf8Text other) {
    text = other;
    words.set(text);
    while (words.next()) {}
    count = Math.max(1, words.count() - hashes.length + 1);
    next = count;
  }

  @Override
  public int getNumberOfElements() {
    return count;
  }

  @Override
  public long getElementHash(int index) {
    if (index == 0) {
      words.set(text);
      next = 0;
    }
    if (index != next) {
      throw new IllegalStateException("shingle " + index + " was asked for instead of " + next);
    }
    next++;
    return hash(index);
  }

  private long hash(int first) {
    while (words.count() < first + hashes.length && words.next()) {
      hashes[(words.count() - 1) % hashes.length] = words.hash();
    }
    long hash = 0;
    for (int word = first; word < words.count(); word++) {
      hash = TextWords.chained(hash, hashes[word % hashes.length]);
    }
    return hash;
  }
}
