package io.lakebeam.flights;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where the flights of raw files are in the air. Records that are no flights have no place. */
final class Positions implements Output<Flight> {
  private static final double MICROS_PER_DEGREE = 1_000_000;

  private final List<double[]> positions = new ArrayList<>();
  private final Tally tally = new Tally();

  private Positions() {}

  /** Latitude and longitude in degrees. */
  static List<double[]> of(List<LakeFile> files) throws IOException {
    Positions found = new Positions();
    for (LakeFile file : files) {
      SlotFlights.SOURCE.emit(FileRange.of(file.path(), 0, file.bytes(), file.bytes()), found);
    }
    return found.positions;
  }

  @Override
  public void row(Flight flight, long records) {
    if (!flight.getOnGround()) {
      positions.add(
          new double[] {
            flight.getLatitudeMicros() / MICROS_PER_DEGREE,
            flight.getLongitudeMicros() / MICROS_PER_DEGREE
          });
    }
  }

  @Override
  public void carried(long records) {
    throw new UnsupportedOperationException("a position is a row");
  }

  /** Those of flights-indicators are rejects already. */
  @Override
  public void reject(Reject reject) {}

  @Override
  public Tally tally() {
    return tally;
  }
}
