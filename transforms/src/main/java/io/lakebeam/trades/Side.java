package io.lakebeam.trades;

/** Which side of a deal a trade reports; the exchange reports each deal once per side. */
public enum Side {
  BUY,
  SELL
}
