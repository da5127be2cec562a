package io.lakebeam.sample;

import java.util.Arrays;

/** A way to spoil a CSV line none of whose fields is quoted. */
public interface CsvDefect extends LineDefect {
  /** Spoils fields where they stand; nothing to do where {@link #spoiled} is overridden. */
  default void spoil(String[] fields, SplitMix64 random) {}

  @Override
  default String spoiled(String line, SplitMix64 random) {
    String[] fields = line.split(",", -1);
    spoil(fields, random);
    return String.join(",", fields);
  }

  /** Some of the first fields, one at least. */
  static String cutShort(String line, SplitMix64 random) {
    String[] fields = line.split(",", -1);
    return String.join(",", Arrays.copyOf(fields, 1 + random.below(fields.length - 1)));
  }
}
