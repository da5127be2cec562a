package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Run;
import io.lakebeam.write.Output;
import io.lakebeam.write.Outputs;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the flights in the air and stages them as the raw table's partition of a slot, also where
 * there is none. A flight that was seen in several zones is kept once, as it was seen last; records
 * that cannot be read are rejects; zones that are missing and may be stand in the run report.
 */
public final class ExtractFlights extends PTransform<PBegin, PCollection<Tally>> {
  static final String MISSING_ZONES = "missing_zones";
  static final String UNKNOWN_TYPES = "unknown_aircraft_types";

  /** As seen last; then by all that is said of it, so that no order of answers shows. */
  private static final Comparator<Observation> SEEN_LAST =
      Comparator.comparingLong(Observation::observedAtSeconds).thenComparing(Observation::toString);

  private final Run run;
  private final Slot slot;
  private final FlightSources source;
  private final @Nullable String feedUrl;
  private final @Nullable String wwwUrl;
  private final FetchLimits limits;
  private final boolean allowPartial;
  private final Clock clock;

  private ExtractFlights(
      Run run,
      Slot slot,
      FlightSources source,
      @Nullable String feedUrl,
      @Nullable String wwwUrl,
      FetchLimits limits,
      boolean allowPartial,
      Clock clock) {
    this.run = run;
    this.slot = slot;
    this.source = source;
    this.feedUrl = feedUrl;
    this.wwwUrl = wwwUrl;
    this.limits = limits;
    this.allowPartial = allowPartial;
    this.clock = clock;
  }

  /**
   * @param feedUrl base URL of the flights, null for the source's own
   * @param wwwUrl base URL of airports and airlines, null for the source's own
   * @param allowPartial whether zones may be missing
   * @param clock a serializable clock
   */
  public static ExtractFlights into(
      Run run,
      Slot slot,
      FlightSources source,
      @Nullable String feedUrl,
      @Nullable String wwwUrl,
      FetchLimits limits,
      boolean allowPartial,
      Clock clock) {
    return new ExtractFlights(run, slot, source, feedUrl, wwwUrl, limits, allowPartial, clock);
  }

  @Override
  public PCollection<Tally> expand(PBegin begin) {
    FlightSources source = this.source;
    String feedUrl = this.feedUrl;
    String wwwUrl = this.wwwUrl;
    FetchLimits limits = this.limits;
    boolean allowPartial = this.allowPartial;
    Clock clock = this.clock;
    return begin
        .apply("Slot", Create.of(slot).withCoder(SerializableCoder.of(Slot.class)))
        .apply(
            "Stage",
            Stage.intoTables(
                run,
                (slot, outputs) ->
                    emit(
                        slot, source.open(feedUrl, wwwUrl, limits, clock), allowPartial, outputs)));
  }

  static void emit(Slot slot, FlightSource source, boolean allowPartial, Outputs outputs)
      throws IOException {
    Sweep sweep = Sweep.of(source, allowPartial);
    if (sweep.answers().isEmpty()) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "no zone could be fetched: " + sweep.missing().values().iterator().next());
    }
    References references = new References(source.airports(), source.airlines());
    Output<SlotFlight> output = outputs.of(RawFlights.TABLE);
    outputs.partition(RawFlights.TABLE, slot.partition());
    Tally tally = output.tally();
    Map<String, Observation> flights = new TreeMap<>();
    for (ZoneAnswer answer : sweep.answers()) {
      int before = flights.size();
      answer.flights().forEach(seen -> flights.merge(seen.flightId(), seen, ExtractFlights::last));
      int added = flights.size() - before;
      answer.rejects().forEach(output::reject);
      tally.addRead(answer.records());
      tally.addKept(added);
      tally.addFiltered("duplicate", answer.flights().size() - added);
    }
    flights.values().forEach(seen -> output.row(new SlotFlight(slot, references.join(seen))));
    sweep.missing().forEach((zone, why) -> tally.addNote(MISSING_ZONES, zone.missing(why)));
    noteUnknownTypes(flights, tally);
  }

  private static Observation last(Observation a, Observation b) {
    return SEEN_LAST.compare(a, b) >= 0 ? a : b;
  }

  private static void noteUnknownTypes(Map<String, Observation> flights, Tally tally) {
    Map<String, Long> unknown = new TreeMap<>();
    for (Observation seen : flights.values()) {
      String code = seen.aircraftCode();
      if (code != null && !AircraftTypes.isKnown(code)) {
        unknown.merge(code, 1L, Long::sum);
      }
    }
    unknown.forEach(
        (code, count) ->
            tally.addNote(UNKNOWN_TYPES, Map.of("aircraft_code", code, "flights", count)));
  }
}
