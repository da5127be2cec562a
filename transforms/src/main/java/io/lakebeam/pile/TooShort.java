package io.lakebeam.pile;

/** Drops texts of no more than so many code points. */
final class TooShort implements Rule {
  static final String NAME = "too_short";

  private final long minLength;

  TooShort(long minLength) {
    this.minLength = minLength;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int find(Document document) {
    return document.getCharacters() > minLength ? KEEP : 0;
  }
}
