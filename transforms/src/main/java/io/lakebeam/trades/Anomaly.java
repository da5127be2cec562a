package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.Table;
import org.jspecify.annotations.Nullable;

/** A trade whose price is abnormal for its product. */
@AutoValue
public abstract class Anomaly {
  public static final Table<Anomaly> TABLE =
      Table.<Anomaly>named(
              "gold/anomalies_detection_financial_product",
              "A trade whose price is abnormal for its product.")
          .id("trade_id", Anomaly::getTradeId)
          .timestamp("execution_time", Anomaly::getExecutionTimeMicros)
          .text("product", row -> row.getProduct().getProduct())
          .timestamp("delivery_start", row -> row.getProduct().getDeliveryStartMicros())
          .timestamp("delivery_end", row -> row.getProduct().getDeliveryEndMicros())
          .text("delivery_area", row -> row.getProduct().getDeliveryArea())
          .decimal("price", 18, 6, Anomaly::getPriceMicros)
          .decimal("average_trade_price", 18, 6, Anomaly::getAveragePriceMicros)
          .nullableDouble("score", Anomaly::getScore)
          .text("rule", Anomaly::getRule);

  static Anomaly of(
      long tradeId,
      long executionTimeMicros,
      Product product,
      long priceMicros,
      long averagePriceMicros,
      @Nullable Double score,
      String rule) {
    return new AutoValue_Anomaly(
        tradeId, executionTimeMicros, product, priceMicros, averagePriceMicros, score, rule);
  }

  public abstract long getTradeId();

  public abstract long getExecutionTimeMicros();

  public abstract Product getProduct();

  public abstract long getPriceMicros();

  /** The mean of the product's prices, rounded half to even. */
  public abstract long getAveragePriceMicros();

  /** How far out the price is, in the rule's measure; null where that is not defined. */
  public abstract @Nullable Double getScore();

  public abstract String getRule();
}
