package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import io.lakebeam.values.Utf8;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A financial product: what is delivered, when and where. Ordered by product, delivery start,
 * delivery end, delivery area; texts by their UTF-8 bytes.
 */
@AutoValue
public abstract class Product implements Comparable<Product>, Serializable {
  private static final Comparator<Product> ORDER =
      Comparator.comparing(Product::getProduct, Utf8.ORDER)
          .thenComparingLong(Product::getDeliveryStartMicros)
          .thenComparingLong(Product::getDeliveryEndMicros)
          .thenComparing(Product::getDeliveryArea, Utf8.ORDER);

  public static Product of(
      String product, long deliveryStartMicros, long deliveryEndMicros, String deliveryArea) {
    return new AutoValue_Product(product, deliveryStartMicros, deliveryEndMicros, deliveryArea);
  }

  public abstract String getProduct();

  public abstract long getDeliveryStartMicros();

  public abstract long getDeliveryEndMicros();

  public abstract String getDeliveryArea();

  @Override
  public int compareTo(Product other) {
    return ORDER.compare(this, other);
  }
}
