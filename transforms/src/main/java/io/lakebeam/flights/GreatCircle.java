package io.lakebeam.flights;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * Distances along great circles, by Karney's algorithms (C. F. F. Karney, Algorithms for geodesics,
 * 2013) on a sphere of the Earth's mean radius R1 = 6371.0088 km (IUGG, Moritz 2000).
 */
final class GreatCircle {
  private static final double MEAN_RADIUS_METERS = 6_371_008.8;
  private static final double METERS_PER_HUNDREDTH = 10;
  private static final Geodesic SPHERE = new Geodesic(MEAN_RADIUS_METERS, 0);

  private GreatCircle() {}

  /** Hundredths of a kilometre between two points in degrees, rounded half to even. */
  static long centikilometers(double lat1, double lon1, double lat2, double lon2) {
    double meters = SPHERE.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
    return (long) Math.rint(meters / METERS_PER_HUNDREDTH);
  }
}
