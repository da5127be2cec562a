package io.lakebeam.flights;

import org.jspecify.annotations.Nullable;

/** The country of an airline's seat, by its ICAO designator; the larger airlines are known. */
final class AirlineCountries {
  private static final ReferenceTable COUNTRIES = ReferenceTable.load("airline-countries.csv");

  private AirlineCountries() {}

  static @Nullable String of(String airlineIcao) {
    return COUNTRIES.field(airlineIcao, 1);
  }
}
