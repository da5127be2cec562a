package io.lakebeam.sample;

/**
 * Pseudo-random numbers whose sequence is the same on every machine and JDK: splitmix64, from
 * Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014), with the
 * constants of Vigna's public-domain splitmix64.c (prng.di.unimi.it).
 */
public final class SplitMix64 {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix64(long seed) {
    state = seed;
  }

  public long next() {
    state += GAMMA;
    return mix(state);
  }

  /** A number from 0 to {@code bound - 1}; uneven by less than {@code bound / 2^32}. */
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** One of a few texts. */
  public String oneOf(String... texts) {
    return texts[below(texts.length)];
  }

  /** A number that stands for the pair: seeds of independent sequences, noise at a point. */
  public static long hash(long a, long b) {
    return mix(mix(a + GAMMA) + b * GAMMA);
  }

  private static long mix(long z) {
    long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
