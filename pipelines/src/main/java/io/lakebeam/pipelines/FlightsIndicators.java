package io.lakebeam.pipelines;

import io.lakebeam.flights.ComputeIndicators;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.flights.Slot;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.CsvHeader;
import io.lakebeam.read.FileRanges;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;

/** Computes the indicators of slots of raw flights. */
final class FlightsIndicators {
  static final Job<FlightsIndicatorsOptions> JOB =
      Job.<FlightsIndicatorsOptions>reading(
              RawFlights.PLACE,
              file -> CsvHeader.read(file, RawFlights.FORMAT),
              ComputeIndicators.place(),
              FlightsIndicators::define)
          .choosing(FlightsIndicators::choose);

  private static final String ALL = "all";

  private FlightsIndicators() {}

  private static List<LakeFile> choose(FlightsIndicatorsOptions options, List<LakeFile> files) {
    List<LakeFile> ofSlots =
        files.stream()
            .filter(file -> Slot.ofPath(file.path()).isPresent())
            .collect(Collectors.toList());
    if (ofSlots.isEmpty()) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "no file lies in a slot, not even "
              + files.get(0).path()
              + ": its directories must be date=…/hour=…");
    }
    String slot = options.getSlot();
    if (ALL.equals(slot)) {
      return ofSlots;
    }
    TreeMap<Slot, List<LakeFile>> slots =
        ofSlots.stream()
            .collect(
                Collectors.groupingBy(
                    ComputeIndicators::slotOf, TreeMap::new, Collectors.toList()));
    List<LakeFile> chosen =
        slot == null ? slots.lastEntry().getValue() : slots.get(Slot.parse(slot));
    if (chosen == null) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "there are no raw flights of slot " + slot + "; the latest are of " + slots.lastKey());
    }
    return chosen;
  }

  private static void define(Pipeline pipeline, FlightsIndicatorsOptions options, Run run) {
    TableFormat format = options.getFormat();
    pipeline
        .apply("Files", FileRanges.of(run.inputs()).unsplit())
        .apply("Compute", ComputeIndicators.into(run, format, options.getRegionalOnly()))
        .apply("Publish", Publish.of(run, ComputeIndicators.tables(format), Clock.systemUTC()));
  }
}
