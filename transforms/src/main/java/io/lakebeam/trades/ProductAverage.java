package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.Table;

/** The average price and volume of a product's trades; millionths, rounded once, half to even. */
@AutoValue
public abstract class ProductAverage {
  public static final Table<ProductAverage> TABLE =
      Table.<ProductAverage>named(
              "gold/average_financial_product", "The average trade of a financial product.")
          .text("product", row -> row.getProduct().getProduct())
          .timestamp("delivery_start", row -> row.getProduct().getDeliveryStartMicros())
          .timestamp("delivery_end", row -> row.getProduct().getDeliveryEndMicros())
          .text("delivery_area", row -> row.getProduct().getDeliveryArea())
          .decimal("average_trade_price", 18, 6, ProductAverage::getAveragePriceMicros)
          .decimal("average_volume", 18, 6, ProductAverage::getAverageVolumeMicros)
          .int64("trade_count", ProductAverage::getTradeCount);

  static ProductAverage of(
      Product product, long averagePriceMicros, long averageVolumeMicros, long tradeCount) {
    return new AutoValue_ProductAverage(
        product, averagePriceMicros, averageVolumeMicros, tradeCount);
  }

  public abstract Product getProduct();

  public abstract long getAveragePriceMicros();

  public abstract long getAverageVolumeMicros();

  public abstract long getTradeCount();
}
