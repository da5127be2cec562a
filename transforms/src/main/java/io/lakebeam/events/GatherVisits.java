package io.lakebeam.events;

import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads {@link EventRecords} in order, and gives a visit for each product of each session. */
final class GatherVisits implements Rows<SortedRecords, Visit> {
  private static final long serialVersionUID = 1;

  private final AsOf asOf;
  private final boolean deduplicate;

  GatherVisits(AsOf asOf, boolean deduplicate) {
    this.asOf = asOf;
    this.deduplicate = deduplicate;
  }

  @Override
  public void emit(SortedRecords records, Output<Visit> output) throws IOException {
    emit(records, output, (event, session) -> {});
  }

  /** The same, and hands on every event with the session that it is in. */
  void emit(SortedRecords records, Output<Visit> output, EventObserver observer)
      throws IOException {
    @Nullable OpenSession session = null;
    @Nullable Event last = null;
    while (records.next()) {
      Event event = EventRecords.read(records.fields());
      if (deduplicate && event.equals(last)) {
        output.tally().filterKept("duplicate", records.records());
        continue;
      }
      last = event;
      if (session == null || !session.holds(event)) {
        if (session != null) {
          session.finish(output);
        }
        session = new OpenSession(asOf, event);
      }
      session.add(event, records.records());
      observer.observe(event, session);
    }
    if (session != null) {
      session.finish(output);
    }
  }

  /** Sees the events that are not duplicates. */
  interface EventObserver {
    void observe(Event event, OpenSession session);
  }
}
