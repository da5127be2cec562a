package io.lakebeam.trades;

import io.lakebeam.sort.SortedRecords;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@link PriceRecords} in order, and gives the statistics of one product after another. */
final class PricesByProduct implements Closeable {
  private final SortedRecords records;
  private final SortedPrices sorted;
  private @Nullable ProductPrice ahead;
  private @Nullable Product product;
  private PriceStatistics prices = new PriceStatistics();

  /**
   * @param directory where very many prices of a product go for a while
   */
  PricesByProduct(SortedRecords records, String directory) {
    this.records = records;
    sorted = new SortedPrices(directory);
    ahead = read();
  }

  /** Goes to the next product; false at the end. */
  boolean next() throws IOException {
    sorted.clear();
    if (ahead == null) {
      return false;
    }
    Product current = ahead.product();
    product = current;
    prices = new PriceStatistics();
    while (ahead != null && ahead.product().equals(current)) {
      prices.add(ahead.priceMicros());
      sorted.add(ahead.priceMicros());
      ahead = read();
    }
    sorted.finish();
    prices.setMedian(PriceMedian.of(sorted));
    return true;
  }

  Product product() {
    if (product == null) {
      throw new IllegalStateException("there is no product here");
    }
    return product;
  }

  /** All prices of the product, their median too. */
  PriceStatistics prices() {
    return prices;
  }

  /** Deletes what it holds of a product; the records stay open. */
  @Override
  public void close() throws IOException {
    sorted.close();
  }

  private @Nullable ProductPrice read() {
    return records.next() ? PriceRecords.read(records.fields()) : null;
  }
}
