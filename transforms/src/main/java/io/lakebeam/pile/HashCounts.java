package io.lakebeam.pile;

/** How often each hash was added: open addressing, linear probing. */
final class HashCounts {
  private long[] hashes = new long[1 << 4];
  private int[] counts = new int[1 << 4];
  private int size;
  private int greatest;

  /** Adds it, and tells how often it was by now. */
  int add(long hash) {
    int place = place(hash);
    if (counts[place] == 0 && ++size > hashes.length / 4 * 3) {
      grow();
      place = place(hash);
    }
    hashes[place] = hash;
    greatest = Math.max(greatest, ++counts[place]);
    return counts[place];
  }

  int of(long hash) {
    return counts[place(hash)];
  }

  /** How often the most frequent one was added. */
  int greatest() {
    return greatest;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldCounts = counts;
    hashes = new long[2 * oldHashes.length];
    counts = new int[2 * oldCounts.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldCounts[i] > 0) {
        int place = place(oldHashes[i]);
        hashes[place] = oldHashes[i];
        counts[place] = oldCounts[i];
      }
    }
  }

  private int place(long hash) {
    int mask = hashes.length - 1;
    int place = (int) (hash ^ hash >>> 32) & mask;
    while (counts[place] > 0 && hashes[place] != hash) {
      place = place + 1 & mask;
    }
    return place;
  }
}
