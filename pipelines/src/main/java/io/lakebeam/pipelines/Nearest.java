package io.lakebeam.pipelines;

import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was meant to be. */
final class Nearest {
  /** The share of the characters of both names that may differ. */
  private static final double NEAR = 0.3;

  private Nearest() {}

  /** The first of the names that are nearest to the typed one, if any is near at all. */
  static Optional<String> to(String typed, Iterable<String> names) {
    String nearest = null;
    int least = Integer.MAX_VALUE;
    for (String name : names) {
      int distance = distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      boolean near = distance <= Math.max(2, NEAR * (typed.length() + name.length()));
      if (near && distance < least) {
        nearest = name;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Fewest insertions and deletions of one character, and swaps of two neighbours, that turn one
   * text into the other. A replaced character counts twice, so that an abbreviation ({@code avg}
   * for {@code average}) is nearer than another word of its length.
   */
  static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 2);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }
}
