package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.Table;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Comparator;

/** The summed volume of a product, in millionths, and its rank among all products. */
@AutoValue
public abstract class ProductVolume implements Serializable {
  public static final Table<ProductVolume> TABLE =
      Table.<ProductVolume>named(
              "gold/highest_volume_financial_product",
              "A product with one of the greatest volumes.")
          .int32("rank", ProductVolume::getRank)
          .text("product", row -> row.getProduct().getProduct())
          .timestamp("delivery_start", row -> row.getProduct().getDeliveryStartMicros())
          .timestamp("delivery_end", row -> row.getProduct().getDeliveryEndMicros())
          .text("delivery_area", row -> row.getProduct().getDeliveryArea())
          .bigDecimal("volume", 38, 6, ProductVolume::getVolumeMicros);

  /** Greatest volume first; ties by product ascending. */
  static final Comparator<ProductVolume> BEST_FIRST =
      Comparator.comparing(ProductVolume::getVolumeMicros)
          .reversed()
          .thenComparing(ProductVolume::getProduct);

  static ProductVolume of(int rank, Product product, BigInteger volumeMicros) {
    return new AutoValue_ProductVolume(rank, product, volumeMicros);
  }

  public abstract int getRank();

  public abstract Product getProduct();

  public abstract BigInteger getVolumeMicros();
}
