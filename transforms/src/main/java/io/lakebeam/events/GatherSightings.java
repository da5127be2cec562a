package io.lakebeam.events;

import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
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
    Output<Visit> asking =
        new ForwardingOutput<>(output) {
          @Override
          public void row(Visit visit, long standsFor) {
            output.row(Sighting.asking(visit), standsFor);
          }
        };
    visits.emit(
        records,
        asking,
        (event, session) -> {
          if (event.getType() == EventType.VIEW) {
            output.row(Sighting.ofView(event, session), 0);
          }
        });
  }
}
