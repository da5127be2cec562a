package io.lakebeam.pile;

/** Which documents are taken for the same, of which one is kept. */
public enum Deduplication {
  /** None. */
  NONE,
  /** Those whose texts differ in white space only. */
  EXACT,
  /** Those, and then those most of whose shingles are the same ({@link TextSignature}). */
  NEAR
}
