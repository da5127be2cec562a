package io.lakebeam.publish;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.write.AddUpTallies;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * The end of every pipeline: adds up the tallies, checks that nothing disappeared, and makes
 * exactly the listed files visible. It is a step of the pipeline, so it also happens where no
 * launcher waits.
 */
public final class Publish extends PTransform<PCollection<Tally>, PDone> {
  private final Run run;
  private final List<Table<?>> tables;
  private final Inspection inspection;
  private final Clock clock;

  private Publish(Run run, List<Table<?>> tables, Inspection inspection, Clock clock) {
    this.run = run;
    this.tables = tables;
    this.inspection = inspection;
    this.clock = clock;
  }

  /**
   * @param clock a serializable clock, for the report
   */
  public static Publish of(Run run, Table<?> table, Clock clock) {
    return new Publish(run, List.of(table), Inspection.NONE, clock);
  }

  /** The same for a run that writes several tables, which become visible together. */
  public static Publish of(Run run, List<Table<?>> tables, Clock clock) {
    return new Publish(run, List.copyOf(tables), Inspection.NONE, clock);
  }

  /** The same, once the tables have passed the inspection; its companions appear with them. */
  public Publish after(Inspection inspection) {
    return new Publish(run, tables, inspection, clock);
  }

  @Override
  public PDone expand(PCollection<Tally> tallies) {
    tallies
        .apply("AddUp", Combine.globally(new AddUpTallies()))
        .apply("CheckAndMove", ParDo.of(new PublishFn(run, tables, inspection, clock)));
    return PDone.in(tallies.getPipeline());
  }

  private static final class PublishFn extends DoFn<Tally, Void> {
    private final Run run;
    private final List<Table<?>> tables;
    private final Inspection inspection;
    private final Clock clock;

    PublishFn(Run run, List<Table<?>> tables, Inspection inspection, Clock clock) {
      this.run = run;
      this.tables = tables;
      this.inspection = inspection;
      this.clock = clock;
    }

    @ProcessElement
    public void process(@Element Tally tally) throws IOException {
      new Publication(run, tables, inspection, clock).publish(tally);
    }
  }
}
