package io.lakebeam.publish;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
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
  private final Table<?> table;
  private final Inspection inspection;
  private final Clock clock;

  private Publish(Run run, Table<?> table, Inspection inspection, Clock clock) {
    this.run = run;
    this.table = table;
    this.inspection = inspection;
    this.clock = clock;
  }

  /**
   * @param clock a serializable clock, for the report
   */
  public static Publish of(Run run, Table<?> table, Clock clock) {
    return new Publish(run, table, Inspection.NONE, clock);
  }

  /** The same, once the table has passed the inspection; its companions become visible with it. */
  public Publish after(Inspection inspection) {
    return new Publish(run, table, inspection, clock);
  }

  @Override
  public PDone expand(PCollection<Tally> tallies) {
    tallies
        .apply("AddUp", Combine.globally(new Tally.AddUp()))
        .apply("CheckAndMove", ParDo.of(new PublishFn(run, table, inspection, clock)));
    return PDone.in(tallies.getPipeline());
  }

  private static final class PublishFn extends DoFn<Tally, Void> {
    private final Run run;
    private final Table<?> table;
    private final Inspection inspection;
    private final Clock clock;

    PublishFn(Run run, Table<?> table, Inspection inspection, Clock clock) {
      this.run = run;
      this.table = table;
      this.inspection = inspection;
      this.clock = clock;
    }

    @ProcessElement
    public void process(@Element Tally tally) throws IOException {
      new Publication(run, table, inspection, clock).publish(tally);
    }
  }
}
