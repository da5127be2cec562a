package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** A product with a price beyond its bounds. */
@AutoValue
abstract class FlaggedProduct implements Serializable {
  static FlaggedProduct of(
      Product product, PriceBounds bounds, PriceDeviation deviation, long averagePriceMicros) {
    return new AutoValue_FlaggedProduct(product, bounds, deviation, averagePriceMicros);
  }

  abstract Product product();

  abstract PriceBounds bounds();

  abstract PriceDeviation deviation();

  abstract long averagePriceMicros();
}
