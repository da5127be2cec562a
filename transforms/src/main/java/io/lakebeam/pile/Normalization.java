package io.lakebeam.pile;

/** Which characters a text is spelled with. */
public enum Normalization {
  /** Those that it came with. */
  NONE,
  /** As {@link NormalizedText} says. */
  NFC {
    @Override
    public String of(String text) {
      return NormalizedText.of(text);
    }
  };

  /** The text with these characters. */
  public String of(String text) {
    return text;
  }
}
