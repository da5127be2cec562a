package io.lakebeam.flights;

import io.lakebeam.lake.Run;
import io.lakebeam.write.Outputs;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stages sample raw flights, evenly spread over slots from 2025-01-01T00 on: three, or more where
 * there would be over 15,000 in one. Exactly {@code round(rows x dirty)} lines, evenly spread, are
 * malformed.
 */
public final class GenerateFlights extends PTransform<PBegin, PCollection<Tally>> {
  private static final Slot FIRST = Slot.parse("2025-01-01T00");
  private static final int MOST_IN_A_SLOT = 15_000;
  private static final int FEWEST_SLOTS = 3;

  private final Run run;
  private final long rows;
  private final long seed;
  private final double dirty;

  private GenerateFlights(Run run, long rows, long seed, double dirty) {
    this.run = run;
    this.rows = rows;
    this.seed = seed;
    this.dirty = dirty;
  }

  /**
   * @param rows how many lines, malformed ones included
   * @param dirty the share of malformed lines among them
   */
  public static GenerateFlights into(Run run, long rows, long seed, double dirty) {
    return new GenerateFlights(run, rows, seed, dirty);
  }

  @Override
  public PCollection<Tally> expand(PBegin begin) {
    int slots = (int) Math.max(FEWEST_SLOTS, (rows + MOST_IN_A_SLOT - 1) / MOST_IN_A_SLOT);
    List<Integer> numbers = IntStream.range(0, slots).boxed().collect(Collectors.toList());
    long rows = this.rows;
    long seed = this.seed;
    long dirtyRows = Math.round(rows * dirty);
    return begin
        .apply("SlotNumbers", Create.of(numbers))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply(
            "Stage",
            Stage.intoTables(
                run,
                (number, outputs) ->
                    emit(
                        new SampleSky(seed),
                        FIRST.plus(number),
                        number * rows / slots,
                        (number + 1) * rows / slots,
                        rows,
                        dirtyRows,
                        outputs)));
  }

  private static void emit(
      SampleSky sky, Slot slot, long from, long to, long rows, long dirtyRows, Outputs outputs) {
    References references = sky.references();
    outputs.partition(SampleLine.TABLE, slot.partition());
    for (long row = from; row < to; row++) {
      SampleLine line = SampleLine.of(slot, references.join(sky.flight(slot, row - from)));
      boolean isDirty = row * dirtyRows / rows < (row + 1) * dirtyRows / rows;
      outputs.of(SampleLine.TABLE).row(isDirty ? spoiled(line, row) : line);
    }
    Tally tally = outputs.of(SampleLine.TABLE).tally();
    tally.addRead(to - from);
    tally.addKept(to - from);
  }

  private static SampleLine spoiled(SampleLine line, long row) {
    switch (new Random(row).nextInt(4)) {
      case 0:
        return line.spoiled("flight_id", null);
      case 1:
        return line.spoiled("latitude", "north");
      case 2:
        return line.spoiled("on_ground", "maybe");
      default:
        return line.spoiled("observed_at", "yesterday");
    }
  }
}
