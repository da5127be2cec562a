package io.lakebeam.trades;

import io.lakebeam.trades.ProductSummary.Factory;
import io.lakebeam.write.Tally;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Combine;

/**
 * The summaries of many products, and the tally of the records behind them: one element instead of
 * one per product.
 */
final class ByProduct<S extends ProductSummary<S>> {
  private static final StringUtf8Coder TEXT = StringUtf8Coder.of();

  private final Map<Product, S> summaries = new HashMap<>();
  private final Tally tally = new Tally();

  Tally tally() {
    return tally;
  }

  /** Whether it holds neither a product nor a record that was read. */
  boolean isEmpty() {
    return summaries.isEmpty() && tally.spans().isEmpty();
  }

  void put(Product product, S summary) {
    summaries.put(product, summary);
  }

  void forEach(BiConsumer<Product, S> consumer) {
    summaries.forEach(consumer);
  }

  private void add(ByProduct<S> other, Factory<S> factory) {
    other.summaries.forEach(
        (product, summary) ->
            summaries.computeIfAbsent(product, absent -> factory.create()).add(summary));
    tally.add(other.tally);
  }

  /** Adds up elements; those added stay as they are. */
  static final class AddUp<S extends ProductSummary<S>>
      extends Combine.CombineFn<ByProduct<S>, ByProduct<S>, ByProduct<S>> {
    private final Factory<S> factory;

    AddUp(Factory<S> factory) {
      this.factory = factory;
    }

    @Override
    public ByProduct<S> createAccumulator() {
      return new ByProduct<>();
    }

    @Override
    public ByProduct<S> addInput(ByProduct<S> sum, ByProduct<S> input) {
      sum.add(input, factory);
      return sum;
    }

    @Override
    public ByProduct<S> mergeAccumulators(Iterable<ByProduct<S>> sums) {
      ByProduct<S> merged = new ByProduct<>();
      sums.forEach(sum -> merged.add(sum, factory));
      return merged;
    }

    @Override
    public ByProduct<S> extractOutput(ByProduct<S> sum) {
      return sum;
    }

    @Override
    public Coder<ByProduct<S>> getAccumulatorCoder(
        CoderRegistry registry, Coder<ByProduct<S>> input) {
      return input;
    }

    @Override
    public Coder<ByProduct<S>> getDefaultOutputCoder(
        CoderRegistry registry, Coder<ByProduct<S>> input) {
      return input;
    }
  }

  /** Writes products and summaries one after the other. */
  static final class ByProductCoder<S extends ProductSummary<S>> extends CustomCoder<ByProduct<S>> {
    private final Factory<S> factory;

    ByProductCoder(Factory<S> factory) {
      this.factory = factory;
    }

    @Override
    public void encode(ByProduct<S> value, OutputStream stream) throws IOException {
      DataOutputStream out = new DataOutputStream(stream);
      out.writeInt(value.summaries.size());
      for (Map.Entry<Product, S> entry : value.summaries.entrySet()) {
        Product product = entry.getKey();
        TEXT.encode(product.getProduct(), out);
        out.writeLong(product.getDeliveryStartMicros());
        out.writeLong(product.getDeliveryEndMicros());
        TEXT.encode(product.getDeliveryArea(), out);
        entry.getValue().writeTo(out);
      }
      out.flush();
      SerializableCoder.of(Tally.class).encode(value.tally, stream);
    }

    @Override
    public ByProduct<S> decode(InputStream stream) throws IOException {
      DataInputStream in = new DataInputStream(stream);
      ByProduct<S> value = new ByProduct<>();
      int products = in.readInt();
      for (int i = 0; i < products; i++) {
        Product product =
            Product.of(TEXT.decode(in), in.readLong(), in.readLong(), TEXT.decode(in));
        value.summaries.put(product, factory.readFrom(in));
      }
      value.tally.add(SerializableCoder.of(Tally.class).decode(stream));
      return value;
    }

    @Override
    public void verifyDeterministic() throws NonDeterministicException {
      throw new NonDeterministicException(this, "the order of products is arbitrary");
    }
  }
}
