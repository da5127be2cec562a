package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code trades-anomalies}. */
public interface TradesAnomaliesOptions extends TradesRefineOptions {
  @Description(
      "What makes a price abnormal for its product: mean-ratio measures its distance from the mean"
          + " in means, zscore in standard deviations, mad its distance from the median in median"
          + " absolute deviations (robust: one outlier cannot hide another).")
  @Listed(at = 1)
  @Default.Enum("MEAN_RATIO")
  Rule getRule();

  void setRule(Rule rule);

  @Description("A decimal number above 0; a price is abnormal if its distance exceeds it.")
  @Listed(at = 2, otherwise = "mean-ratio 2, zscore 3, mad 3.5")
  @Limits(above = 0)
  @Nullable String getThreshold();

  void setThreshold(@Nullable String threshold);

  /** The rules by the names that users type. */
  enum Rule {
    MEAN_RATIO,
    ZSCORE,
    MAD
  }
}
