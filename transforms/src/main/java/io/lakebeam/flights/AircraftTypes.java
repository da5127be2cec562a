package io.lakebeam.flights;

import org.jspecify.annotations.Nullable;

/** What aircraft an ICAO type designator (Doc 8643) stands for; the common ones are known. */
final class AircraftTypes {
  private static final ReferenceTable TYPES = ReferenceTable.load("aircraft-types.csv");

  private AircraftTypes() {}

  static boolean isKnown(String designator) {
    return TYPES.contains(designator);
  }

  static @Nullable String manufacturer(@Nullable String designator) {
    return TYPES.field(designator, 1);
  }

  /** The model; a designator that is not known stands for itself. */
  static @Nullable String model(@Nullable String designator) {
    String model = TYPES.field(designator, 2);
    return model == null ? designator : model;
  }
}
