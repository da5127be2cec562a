package io.lakebeam.flights;

import java.util.List;
import java.util.stream.Collectors;

/** An airport of the sample sky. */
final class SampleAirport {
  private final Airport airport;
  private final double latitude;
  private final double longitude;
  private final int weight;

  private SampleAirport(String[] fields) {
    latitude = Double.parseDouble(fields[3]);
    longitude = Double.parseDouble(fields[4]);
    airport = Airport.of(fields[0], fields[1], fields[2], latitude, longitude);
    weight = Integer.parseInt(fields[5]);
  }

  static List<SampleAirport> all() {
    return ReferenceTable.load("sample-airports.csv").rows().stream()
        .map(SampleAirport::new)
        .collect(Collectors.toList());
  }

  static SampleAirport named(List<SampleAirport> airports, String iata) {
    return airports.stream()
        .filter(each -> each.airport.iata().equals(iata))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(iata));
  }

  Airport airport() {
    return airport;
  }

  /** Adds it as often as it is busy, for a fair draw. */
  void repeatInto(List<SampleAirport> airports) {
    for (int i = 0; i < weight; i++) {
      airports.add(this);
    }
  }

  /**
   * Latitude and longitude in degrees after that share of the great circle to another airport
   * (spherical linear interpolation: K. Shoemake, Animating rotation with quaternion curves, 1985).
   */
  double[] towards(SampleAirport other, double way) {
    double[] a = vector();
    double[] b = other.vector();
    double dot = Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]));
    double angle = StrictMath.acos(dot);
    double sine = StrictMath.sin(angle);
    if (sine < 1e-9) {
      return new double[] {latitude, longitude};
    }
    double from = StrictMath.sin((1 - way) * angle) / sine;
    double to = StrictMath.sin(way * angle) / sine;
    double z = from * a[2] + to * b[2];
    return new double[] {
      StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, z)))),
      StrictMath.toDegrees(StrictMath.atan2(from * a[1] + to * b[1], from * a[0] + to * b[0]))
    };
  }

  private double[] vector() {
    double phi = StrictMath.toRadians(latitude);
    double lambda = StrictMath.toRadians(longitude);
    return new double[] {
      StrictMath.cos(phi) * StrictMath.cos(lambda),
      StrictMath.cos(phi) * StrictMath.sin(lambda),
      StrictMath.sin(phi)
    };
  }
}
