package io.lakebeam.events;

import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import io.lakebeam.write.Rows;
import java.io.IOException;

/**
 * Reads the events of a time range from CSV; well-formed ones outside of it are filtered as {@code
 * out_of_range}. Purchases are measured.
 */
final class ReadEvents implements Rows<FileRange, Event> {
  private static final long serialVersionUID = 1;
  private static final CsvSource<Event> SOURCE =
      CsvSource.of("ParseEvents", EventCsv.FORMAT, EventCsv::parse);

  private final TimeRange range;

  ReadEvents(TimeRange range) {
    this.range = range;
  }

  @Override
  public void emit(FileRange file, Output<Event> output) throws IOException {
    InRange inRange = new InRange(range, output);
    SOURCE.emit(file, inRange);
    inRange.finish();
  }

  /** Lets the events of the range pass. */
  private static final class InRange extends ForwardingOutput<Event> {
    private final TimeRange range;
    private final Output<Event> output;
    private long outside;
    private long purchases;

    InRange(TimeRange range, Output<Event> output) {
      super(output);
      this.range = range;
      this.output = output;
    }

    @Override
    public void row(Event event, long records) {
      if (!range.contains(event.getTimeMicros())) {
        outside += records;
        return;
      }
      purchases += event.getType() == EventType.PURCHASE ? 1 : 0;
      output.row(event, records);
    }

    void finish() {
      output.tally().filterKept("out_of_range", outside);
      BaseProfile profile = new BaseProfile(range);
      profile.addPurchaseEvents(purchases);
      output.tally().measure(profile);
    }
  }
}
