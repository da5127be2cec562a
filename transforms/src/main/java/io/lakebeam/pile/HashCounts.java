package io.lakebeam.pile;

/** How often each of at most so many hashes was added: open addressing, linear probing. */
final class HashCounts {
  private final long[] hashes;
  private final int[] counts;
  private final int mask;
  private int greatest;

  /**
   * @param most how many hashes will be added
   */
  HashCounts(int most) {
    int capacity = Integer.highestOneBit(Math.max(1, most)) * 4;
    hashes = new long[capacity];
    counts = new int[capacity];
    mask = capacity - 1;
  }

  void add(long hash) {
    int place = place(hash);
    hashes[place] = hash;
    greatest = Math.max(greatest, ++counts[place]);
  }

  int of(long hash) {
    return counts[place(hash)];
  }

  /** How often the most frequent one was added. */
  int greatest() {
    return greatest;
  }

  private int place(long hash) {
    int place = (int) (hash ^ hash >>> 32) & mask;
    while (counts[place] > 0 && hashes[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }
}
