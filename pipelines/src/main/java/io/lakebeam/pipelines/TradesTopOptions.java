package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code trades-top}. */
public interface TradesTopOptions extends TradesRefineOptions {
  @Description("How many products to keep, 1 or more; equal volumes are ordered by product.")
  @Listed(at = 1)
  @Limits(atLeast = 1)
  @Default.Integer(5)
  int getTop();

  void setTop(int top);
}
