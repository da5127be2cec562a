package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A financial product: what is delivered, when and where. Ordered by product, delivery start,
 * delivery end, delivery area; texts by their UTF-8 bytes.
 */
@AutoValue
public abstract class Product implements Comparable<Product>, Serializable {
  /** Texts by their UTF-8 bytes: the same order on every system, unlike UTF-16's. */
  static final Comparator<String> UTF_8_ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private static final Comparator<Product> ORDER =
      Comparator.comparing(Product::getProduct, UTF_8_ORDER)
          .thenComparingLong(Product::getDeliveryStartMicros)
          .thenComparingLong(Product::getDeliveryEndMicros)
          .thenComparing(Product::getDeliveryArea, UTF_8_ORDER);

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
