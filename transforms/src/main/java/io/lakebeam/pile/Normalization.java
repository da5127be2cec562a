package io.lakebeam.pile;

/** Which characters a text is spelled with. */
public enum Normalization {
  /** Those that it came with. */
  NONE,
  /** As {@link NormalizedText} says. */
  NFC
}
