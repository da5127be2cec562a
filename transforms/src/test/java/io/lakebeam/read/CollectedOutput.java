package io.lakebeam.read;

import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.util.ArrayList;
import java.util.List;

/** Keeps all it is given, for a test to look at. */
public final class CollectedOutput<T> implements Output<T> {
  private final List<T> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Tally tally = new Tally();

  @Override
  public void row(T row, long records) {
    rows.add(row);
  }

  @Override
  public void carried(long records) {
    tally.addCarried(records);
  }

  @Override
  public void reject(Reject reject) {
    tally.addRejected(reject.reason());
    rejects.add(reject);
  }

  @Override
  public Tally tally() {
    return tally;
  }

  public List<T> rows() {
    return rows;
  }

  public List<Reject> rejects() {
    return rejects;
  }
}
