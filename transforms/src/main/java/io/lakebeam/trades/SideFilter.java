package io.lakebeam.trades;

/** Which side's trades a refining job takes. */
public enum SideFilter {
  SELL,
  BUY,
  ALL;

  boolean takes(String side) {
    return this == ALL || name().equals(side);
  }
}
