package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.trades.ProductSummary.Factory;
import io.lakebeam.write.TallyMetrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Reads bronze trades and adds them up by product. Each bundle sums what it reads in memory; what
 * travels is, per bundle and bucket of products, one element. A bundle that meets very many
 * products hands over what it has and begins anew, so memory is bounded.
 */
final class SummarizeByProduct<S extends ProductSummary<S>>
    extends PTransform<PCollection<FileRange>, PCollection<KV<Integer, ByProduct<S>>>> {
  /** Into how many elements the products are spread: enough for every core to have its share. */
  private static final int MOST_BUCKETS = 256;

  /** Bytes of trades that fill a bucket; a result is written as about one file per bucket. */
  private static final long BYTES_A_BUCKET = 16L << 20;

  private static final int MOST_PRODUCTS_HELD = 1 << 18;

  private final int buckets;
  private final SideFilter side;
  private final TableScan scan;
  private final Factory<S> factory;

  /**
   * @param bytes of all the files that are read
   */
  SummarizeByProduct(long bytes, SideFilter side, TableScan scan, Factory<S> factory) {
    this.buckets = (int) Math.min(MOST_BUCKETS, 1 + bytes / BYTES_A_BUCKET);
    this.side = side;
    this.scan = scan;
    this.factory = factory;
  }

  @Override
  public PCollection<KV<Integer, ByProduct<S>>> expand(PCollection<FileRange> ranges) {
    return ranges
        .apply("Read", ParDo.of(new SummarizeFn<>(buckets, side, scan, factory)))
        .setCoder(KvCoder.of(VarIntCoder.of(), new ByProduct.ByProductCoder<>(factory)))
        .apply("AddUp", Combine.perKey(new ByProduct.AddUp<>(factory)));
  }

  private static final class SummarizeFn<S extends ProductSummary<S>>
      extends DoFn<FileRange, KV<Integer, ByProduct<S>>> {
    private final int buckets;
    private final SideFilter side;
    private final TableScan scan;
    private final Factory<S> factory;
    private transient @Nullable Bundle<S> bundle;

    SummarizeFn(int buckets, SideFilter side, TableScan scan, Factory<S> factory) {
      this.buckets = buckets;
      this.side = side;
      this.scan = scan;
      this.factory = factory;
    }

    @StartBundle
    public void startBundle() {
      bundle = new Bundle<>(new TradesReader(side, scan), factory);
    }

    @ProcessElement
    public void process(
        @Element FileRange range, OutputReceiver<KV<Integer, ByProduct<S>>> receiver)
        throws IOException {
      Bundle<S> bundle = bundle();
      bundle.read(range);
      if (bundle.products() > MOST_PRODUCTS_HELD) {
        bundle.take(buckets).forEach(receiver::output);
      }
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) {
      for (KV<Integer, ByProduct<S>> bucket : bundle().take(buckets)) {
        context.output(bucket, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
      }
      bundle = null;
    }

    private Bundle<S> bundle() {
      if (bundle == null) {
        throw new IllegalStateException("no bundle was started");
      }
      return bundle;
    }
  }

  /** What one bundle holds. */
  private static final class Bundle<S extends ProductSummary<S>> {
    private final TradesReader reader;
    private final Factory<S> factory;
    private ProductIndex index = new ProductIndex();
    private final List<S> summaries = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private ByProduct<S> tallied = new ByProduct<>();
    private TallyMetrics metrics = new TallyMetrics();

    Bundle(TradesReader reader, Factory<S> factory) {
      this.reader = reader;
      this.factory = factory;
    }

    int products() {
      return index.size();
    }

    void read(FileRange range) throws IOException {
      reader.read(range, tallied.tally(), this::add);
      metrics.report(tallied.tally());
    }

    private void add(ColumnBatch batch, int row) {
      int number = index.of(batch, row);
      if (number == summaries.size()) {
        summaries.add(factory.create());
        products.add(index.product(batch, number));
      }
      summaries.get(number).add(batch, row);
    }

    /** The buckets that hold anything; the tally goes with the first. Then all begins anew. */
    List<KV<Integer, ByProduct<S>>> take(int count) {
      List<ByProduct<S>> buckets = new ArrayList<>();
      buckets.add(tallied);
      for (int i = 1; i < count; i++) {
        buckets.add(new ByProduct<>());
      }
      for (int i = 0; i < products.size(); i++) {
        Product product = products.get(i);
        buckets.get(bucket(product, count)).put(product, summaries.get(i));
      }
      index = new ProductIndex();
      summaries.clear();
      products.clear();
      tallied = new ByProduct<>();
      metrics = new TallyMetrics();
      List<KV<Integer, ByProduct<S>>> elements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        if (!buckets.get(i).isEmpty()) {
          elements.add(KV.of(i, buckets.get(i)));
        }
      }
      return elements;
    }

    private static int bucket(Product product, int count) {
      int hash = product.hashCode() * 0x9E3779B9;
      return (hash >>> 16) % count;
    }
  }
}
