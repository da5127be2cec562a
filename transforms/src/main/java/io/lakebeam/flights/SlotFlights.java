package io.lakebeam.flights;

import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.ForwardingOutput;
import io.lakebeam.write.Output;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The flights of one slot, read from its raw files: each flight once, as it was seen last. A slot
 * holds the aircraft that are in the air at once, so it fits into memory.
 */
final class SlotFlights extends ForwardingOutput<Flight> {
  static final CsvSource<Flight> SOURCE =
      CsvSource.of("ReadRawFlights", RawFlights.FORMAT, RawFlights::parse);

  private static final Comparator<Flight> SEEN_LAST =
      Comparator.comparingLong(Flight::getObservedAtMicros).thenComparing(Flight::toString);

  private final Map<String, Flight> flights = new HashMap<>();
  private long rows;

  private SlotFlights(Output<?> output) {
    super(output);
  }

  /**
   * The flights that indicators are about: in the air, with an airline. The others are counted as
   * filtered: {@code duplicate}, {@code on_ground}, {@code no_airline}.
   */
  static List<Flight> active(Iterable<FileRange> files, Output<?> output) throws IOException {
    SlotFlights slot = new SlotFlights(output);
    for (FileRange file : files) {
      SOURCE.emit(file, slot);
    }
    Tally tally = output.tally();
    List<Flight> active = new ArrayList<>(slot.flights.size());
    for (Flight flight : slot.flights.values()) {
      if (flight.getOnGround()) {
        tally.filterKept("on_ground", 1);
      } else if (flight.getAirlineIcao() == null || flight.getAirlineIcao().isEmpty()) {
        tally.filterKept("no_airline", 1);
      } else {
        active.add(flight);
      }
    }
    tally.filterKept("duplicate", slot.rows - slot.flights.size());
    output.carried(active.size());
    return active;
  }

  @Override
  public void row(Flight flight, long records) {
    rows++;
    flights.merge(flight.getFlightId(), flight, (a, b) -> SEEN_LAST.compare(a, b) >= 0 ? a : b);
  }
}
