package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Outputs;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Stages every indicator of every slot of raw files. What is shuffled are the names of the files: a
 * slot's flights are read, ranked and forgotten in one place.
 */
public final class ComputeIndicators
    extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  static final String EMPTY_SLOTS = "slots_without_active_flights";
  static final String UNKNOWN_AIRLINES = "airlines_without_country";

  private final Run run;
  private final TableFormat format;
  private final boolean regionalOnly;

  private ComputeIndicators(Run run, TableFormat format, boolean regionalOnly) {
    this.run = run;
    this.format = format;
    this.regionalOnly = regionalOnly;
  }

  /**
   * @param regionalOnly whether average lengths are those of flights that stay on their continent
   */
  public static ComputeIndicators into(Run run, TableFormat format, boolean regionalOnly) {
    return new ComputeIndicators(run, format, regionalOnly);
  }

  /** The place of all indicators, as a whole: what they are partitioned by. */
  public static Table<?> place() {
    return Table.<IndicatorRow>named(IndicatorTable.PLACE, "Indicators of flights.")
        .partitionedByDate("date", row -> row.slot().date().toEpochDay())
        .partitionedByText("hour", row -> row.slot().hourText());
  }

  /** The tables that are written. */
  public static List<Table<?>> tables(TableFormat format) {
    return Arrays.stream(Indicator.values())
        .map(indicator -> indicator.rows().storedAs(format))
        .collect(Collectors.toList());
  }

  /**
   * The slot of a raw file.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it lies in none
   */
  public static Slot slotOf(LakeFile file) {
    return slotOf(file.path());
  }

  private static Slot slotOf(String path) {
    return Slot.ofPath(path)
        .orElseThrow(
            () ->
                new LakeException(
                    ExitCode.BAD_PLACE,
                    path + " lies in no slot: its directories must be date=…/hour=…"));
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> files) {
    TableFormat format = this.format;
    boolean regionalOnly = this.regionalOnly;
    return files
        .apply(
            "BySlot",
            WithKeys.<String, FileRange>of(file -> slotOf(file.path()).toString())
                .withKeyType(TypeDescriptors.strings()))
        .apply("Gather", GroupByKey.create())
        .apply(
            "Stage",
            Stage.intoTables(run, (slot, outputs) -> emit(slot, format, regionalOnly, outputs)));
  }

  private static void emit(
      KV<String, Iterable<FileRange>> files,
      TableFormat format,
      boolean regionalOnly,
      Outputs outputs)
      throws IOException {
    Slot slot = Slot.parse(files.getKey());
    Output<?> counts = outputs.of(Indicator.LONGEST_FLIGHT.rows().storedAs(format));
    List<Flight> flights = SlotFlights.active(files.getValue(), counts);
    for (Indicator indicator : Indicator.values()) {
      Table<IndicatorRow> table = indicator.rows().storedAs(format);
      outputs.partition(table, slot.partition());
      Output<IndicatorRow> rows = outputs.of(table);
      indicator.of(slot, asked(indicator, flights, regionalOnly)).forEach(row -> rows.row(row, 0));
    }
    if (flights.isEmpty()) {
      counts.tally().addNote(EMPTY_SLOTS, Map.of("slot", slot.toString()));
    }
    noteUnknownAirlines(slot, flights, counts.tally());
  }

  private static List<Flight> asked(
      Indicator indicator, List<Flight> flights, boolean regionalOnly) {
    return regionalOnly && indicator == Indicator.AVERAGE_FLIGHT_LENGTH_BY_CONTINENT
        ? flights.stream().filter(Indicator::isRegional).collect(Collectors.toList())
        : flights;
  }

  private static void noteUnknownAirlines(Slot slot, List<Flight> flights, Tally tally) {
    Map<String, Long> unknown = new TreeMap<>();
    for (Flight flight : flights) {
      String icao = flight.getAirlineIcao();
      if (icao != null && AirlineCountries.of(icao) == null) {
        unknown.merge(icao, 1L, Long::sum);
      }
    }
    unknown.forEach(
        (icao, count) ->
            tally.addNote(
                UNKNOWN_AIRLINES,
                Map.of("slot", slot.toString(), "airline_icao", icao, "flights", count)));
  }
}
