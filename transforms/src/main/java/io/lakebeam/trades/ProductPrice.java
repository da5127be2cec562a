package io.lakebeam.trades;

import com.google.auto.value.AutoValue;

/** The price of one trade, in millionths, and its product. */
@AutoValue
abstract class ProductPrice {
  static ProductPrice of(Product product, long priceMicros) {
    return new AutoValue_ProductPrice(product, priceMicros);
  }

  abstract Product product();

  abstract long priceMicros();
}
