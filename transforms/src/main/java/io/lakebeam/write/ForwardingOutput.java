package io.lakebeam.write;

/**
 * Hands on what it is given to another output, all but the rows.
 *
 * @param <T> the row that it is given
 */
public abstract class ForwardingOutput<T> implements Output<T> {
  private final Output<?> output;

  protected ForwardingOutput(Output<?> output) {
    this.output = output;
  }

  @Override
  public void carried(long records) {
    output.carried(records);
  }

  @Override
  public void reject(Reject reject) {
    output.reject(reject);
  }

  @Override
  public Tally tally() {
    return output.tally();
  }
}
