package io.lakebeam.trades;

import io.lakebeam.write.Tally;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best products so far, how many trades were seen for all products, and their tally. */
final class TopProducts implements Serializable {
  private static final long serialVersionUID = 1;

  private final int top;

  /** The worst of the best at its head. */
  private final PriorityQueue<ProductVolume> best = new PriorityQueue<>(new WorstFirst());

  private final Tally tally = new Tally();
  private long trades;

  TopProducts(int top) {
    this.top = top;
  }

  void add(Product product, VolumeSum volume) {
    trades += volume.count();
    keep(ProductVolume.of(0, product, volume.micros()));
  }

  void add(TopProducts other) {
    trades += other.trades;
    other.best.forEach(this::keep);
    tally.add(other.tally);
  }

  private void keep(ProductVolume product) {
    best.add(product);
    if (best.size() > top) {
      best.remove();
    }
  }

  /** Best first, with their ranks. */
  List<ProductVolume> ranked() {
    List<ProductVolume> sorted = new ArrayList<>(best);
    sorted.sort(ProductVolume.BEST_FIRST);
    List<ProductVolume> ranked = new ArrayList<>();
    for (ProductVolume product : sorted) {
      ranked.add(
          ProductVolume.of(ranked.size() + 1, product.getProduct(), product.getVolumeMicros()));
    }
    return ranked;
  }

  long trades() {
    return trades;
  }

  Tally tally() {
    return tally;
  }

  /** A lambda's comparator does not travel. */
  private static final class WorstFirst implements Comparator<ProductVolume>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(ProductVolume left, ProductVolume right) {
      return ProductVolume.BEST_FIRST.compare(right, left);
    }
  }
}
