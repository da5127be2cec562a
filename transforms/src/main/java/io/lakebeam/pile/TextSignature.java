package io.lakebeam.pile;

import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import io.lakebeam.lake.Utf8Text;

/**
 * Signatures of texts whose likeness estimates that of the texts: SuperMinHash (Ertl, 2017,
 * arXiv:1706.05698) over the set of a text's shingles, {@value #SHINGLE_WORDS} words in a row each
 * (a text of fewer is one shingle). A signature has {@value #COMPONENTS} components of {@value
 * #COMPONENT_BITS} bits (b-bit minwise hashing, Li and König 2010).
 *
 * <p>The signature is cut into {@value #BANDS} bands of {@value #ROWS} components. Texts that share
 * a band are looked at: with probability 1 - (1 - f^{@value #ROWS})^{@value #BANDS}, where f = s +
 * (1 - s) / 16 and s is the Jaccard similarity of their shingles: 0.97 at 0.8, 0.996 at 0.85, 0.5
 * at 0.65. They are similar if {@value #LEAST_EQUAL} components are equal, which estimates a
 * similarity of {@value #THRESHOLD}, with a standard deviation of 0.04.
 */
final class TextSignature {
  /** Jaccard similarity from which on texts are near duplicates. */
  static final double THRESHOLD = 0.8;

  static final int SHINGLE_WORDS = 5;
  static final int BANDS = 16;

  private static final int ROWS = 8;
  private static final int COMPONENTS = BANDS * ROWS;
  private static final int COMPONENT_BITS = 4;

  /** Unlike components of 4 bits are equal once in 16 times. */
  private static final int LEAST_EQUAL = 104;

  private static final int BAND_BYTES = ROWS * COMPONENT_BITS / Byte.SIZE;
  private static final SimilarityHashPolicy POLICY =
      SimilarityHashing.superMinHash(COMPONENTS, COMPONENT_BITS);

  private final SimilarityHasher hasher = POLICY.createHasher();
  private final TextShingles shingles = new TextShingles(SHINGLE_WORDS);

  /** The signature of a text. */
  byte[] of(Utf8Text text) {
    shingles.set(text);
    return hasher.compute(shingles);
  }

  /** Whether two signatures are of near duplicates, as far as they tell. */
  static boolean areSimilar(byte[] one, byte[] other) {
    return POLICY.getNumberOfEqualComponents(one, other) >= LEAST_EQUAL;
  }

  /** One band of a signature, from 0, as a number. */
  static int band(byte[] signature, int band) {
    int value = 0;
    for (int i = band * BAND_BYTES; i < (band + 1) * BAND_BYTES; i++) {
      value = value << Byte.SIZE | signature[i] & 0xFF;
    }
    return value;
  }
}
