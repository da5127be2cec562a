package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** What the jobs that refine bronze trades share. */
public interface TradesRefineOptions extends LakeOptions {
  @Description(
      "Which trades to use: SELL, BUY or ALL. An exchange reports each trade once per side, so one"
          + " side counts every trade once.")
  @Listed(at = 9)
  @Default.Enum("SELL")
  Sides getSide();

  void setSide(Sides side);

  /** One side of the trades or both; shown as the exchange writes them. */
  enum Sides {
    SELL,
    BUY,
    ALL;

    @Override
    public String toString() {
      return name();
    }
  }
}
