package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows and rejects of one bundle. */
final class BundleOutputs implements Outputs {
  private final Run run;
  private final Tally tally = new Tally();
  private final Map<String, BundleOutput<?>> outputs = new LinkedHashMap<>();
  private final TallyMetrics metrics = new TallyMetrics();
  private @Nullable RejectFile rejects;
  private String rejectName = "";

  BundleOutputs(Run run) {
    this.run = run;
  }

  @Override
  public <T> Output<T> of(Table<T> table) {
    return output(table);
  }

  @Override
  public void partition(Table<?> table, List<@Nullable Object> values) {
    try {
      output(table).open(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table's name stands for its rows' type. */
  @SuppressWarnings("unchecked")
  private <T> BundleOutput<T> output(Table<T> table) {
    return (BundleOutput<T>)
        outputs.computeIfAbsent(
            table.name(), name -> new BundleOutput<>(this, new StagedTable<>(run, table, tally)));
  }

  void reject(Reject reject) throws IOException {
    if (rejects == null) {
      rejectName = "part-" + UUID.randomUUID() + ".jsonl";
      rejects = new RejectFile(run, run.rejectStaging() + rejectName);
    }
    rejects.write(reject);
    tally.addRejected(reject.reason());
  }

  Tally tally() {
    return tally;
  }

  void report() {
    metrics.report(tally);
  }

  Tally finish() throws IOException {
    for (BundleOutput<?> output : outputs.values()) {
      output.finish();
    }
    if (rejects != null) {
      rejects.close();
      tally.addRejectFile(
          StagedFile.of(
              run.rejectStaging() + rejectName, run.rejects() + rejectName, rejects.rejects(), 0));
    }
    return tally;
  }
}
