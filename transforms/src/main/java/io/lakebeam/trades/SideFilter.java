package io.lakebeam.trades;

/** Which side's trades a refining job takes. */
public enum SideFilter {
  SELL,
  BUY,
  ALL;

  /** As the exchange writes it, and users type it. */
  @Override
  public String toString() {
    return name();
  }

  boolean takes(String side) {
    return this == ALL || name().equals(side);
  }
}
