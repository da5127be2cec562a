package io.lakebeam.write;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;

/** Adds tallies up. */
public final class AddUpTallies extends Combine.CombineFn<Tally, Tally, Tally> {
  @Override
  public Tally createAccumulator() {
    return new Tally();
  }

  @Override
  public Tally addInput(Tally sum, Tally tally) {
    return sum.add(tally);
  }

  @Override
  public Tally mergeAccumulators(Iterable<Tally> tallies) {
    Tally sum = new Tally();
    tallies.forEach(sum::add);
    return sum;
  }

  @Override
  public Tally extractOutput(Tally sum) {
    return sum;
  }

  @Override
  public Coder<Tally> getAccumulatorCoder(CoderRegistry registry, Coder<Tally> tally) {
    return Tally.CODER;
  }

  @Override
  public Coder<Tally> getDefaultOutputCoder(CoderRegistry registry, Coder<Tally> tally) {
    return Tally.CODER;
  }
}
