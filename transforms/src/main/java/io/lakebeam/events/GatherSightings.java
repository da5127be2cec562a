package io.lakebeam.events;

import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Tally;
import java.io.IOException;

/** Reads {@link EventRecords} in order, and gives every visit and every view as a sighting. */
final class GatherSightings implements Rows<SortedRecords, Sighting> {
  private static final long serialVersionUID = 1;

  private final GatherVisits visits;

  GatherSightings(GatherVisits visits) {
    this.visits = visits;
  }

  @Override
  public void emit(SortedRecords records, Output<Sighting> output) throws IOException {
    visits.emit(
        records,
        new Asking(output),
        (event, session) -> {
          if (event.getType() == EventType.VIEW) {
            output.row(Sighting.ofView(event, session), 0);
          }
        });
  }

  /** Makes every visit a sighting. */
  private static final class Asking implements Output<Visit> {
    private final Output<Sighting> output;

    Asking(Output<Sighting> output) {
      this.output = output;
    }

    @Override
    public void row(Visit visit, long records) {
      output.row(Sighting.asking(visit), records);
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
}
