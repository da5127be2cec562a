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
final class Bundle implements Outputs {
  private final Run run;
  private final Tally tally = new Tally();
  private final Map<String, BundleOutput<?>> outputs = new LinkedHashMap<>();
  private final Map<String, StagedTable<?>> tables = new LinkedHashMap<>();
  private final TallyMetrics metrics = new TallyMetrics();
  private @Nullable RejectFile rejects;
  private String rejectName = "";

  Bundle(Run run) {
    this.run = run;
  }

  @Override
  public <T> Output<T> of(Table<T> table) {
    return output(table.name(), tally -> staged(table));
  }

  @Override
  public void partition(Table<?> table, List<@Nullable Object> values) {
    of(table);
    try {
      staged(table).begin(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The output of a name, which stands for the type of its rows. */
  @SuppressWarnings("unchecked")
  <T> Output<T> output(String name, RowSink.Factory<T> sinks) {
    return (Output<T>)
        outputs.computeIfAbsent(name, absent -> new BundleOutput<>(this, sinks.create(tally)));
  }

  @SuppressWarnings("unchecked")
  private <T> StagedTable<T> staged(Table<T> table) {
    return (StagedTable<T>)
        tables.computeIfAbsent(table.name(), name -> new StagedTable<>(run, table, tally));
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
