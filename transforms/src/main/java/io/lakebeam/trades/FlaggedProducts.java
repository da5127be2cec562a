package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.jspecify.annotations.Nullable;

/**
 * The products with a price beyond their bounds, and how many trades were looked at to find them.
 */
final class FlaggedProducts implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<Product, FlaggedProduct> products = new HashMap<>();
  private long trades;

  void add(Product product, PriceStatistics prices, AnomalyRule rule, BigDecimal threshold) {
    trades += prices.count();
    PriceDeviation deviation = rule.deviation(prices);
    PriceBounds bounds = deviation.bounds(threshold);
    if (bounds.flags(prices.min()) || bounds.flags(prices.max())) {
      products.put(
          product, FlaggedProduct.of(product, bounds, deviation, prices.averagePriceMicros()));
    }
  }

  long trades() {
    return trades;
  }

  Lookup lookup() {
    return new Lookup();
  }

  /** Finds the products of the rows of one {@link TradesReader}; each is looked up once. */
  final class Lookup {
    private final ProductIndex index = new ProductIndex();
    private final List<@Nullable FlaggedProduct> found = new ArrayList<>();

    /** The product of a row, null if none of its prices is beyond its bounds. */
    @Nullable FlaggedProduct of(ColumnBatch batch, int row) {
      int number = index.of(batch, row);
      if (number == found.size()) {
        found.add(products.get(index.product(batch, number)));
      }
      return found.get(number);
    }
  }

  /** Adds up the findings of all buckets, in which no product comes twice. */
  static final class AddUp extends Combine.BinaryCombineFn<FlaggedProducts> {
    @Override
    public FlaggedProducts apply(FlaggedProducts left, FlaggedProducts right) {
      FlaggedProducts sum = new FlaggedProducts();
      sum.products.putAll(left.products);
      sum.products.putAll(right.products);
      sum.trades = left.trades + right.trades;
      return sum;
    }

    @Override
    public FlaggedProducts identity() {
      return new FlaggedProducts();
    }
  }
}
