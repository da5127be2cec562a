package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A part of the Earth between two parallels and two meridians, in degrees. */
@AutoValue
public abstract class Zone implements Serializable {
  /** About a kilometre: what is smaller cannot be full of flights. */
  private static final double SMALLEST_DEGREES = 0.01;

  static Zone of(double north, double south, double west, double east) {
    return new AutoValue_Zone(north, south, west, east);
  }

  public abstract double north();

  public abstract double south();

  public abstract double west();

  public abstract double east();

  boolean canBeQuartered() {
    return north() - south() > SMALLEST_DEGREES;
  }

  List<Zone> quarters() {
    double middle = (north() + south()) / 2;
    double center = (west() + east()) / 2;
    return List.of(
        of(north(), middle, west(), center),
        of(north(), middle, center, east()),
        of(middle, south(), west(), center),
        of(middle, south(), center, east()));
  }

  /** As the live feed wants it, and people read it: north,south,west,east. */
  String bounds() {
    return String.join(",", plain(north()), plain(south()), plain(west()), plain(east()));
  }

  /** What the run report says of a zone that is missing. */
  Map<String, Object> missing(String reason) {
    return Map.of(
        "north", north(), "south", south(), "west", west(), "east", east(), "reason", reason);
  }

  static String plain(double degrees) {
    BigDecimal plain = BigDecimal.valueOf(degrees).stripTrailingZeros();
    return plain.setScale(Math.max(0, plain.scale())).toPlainString();
  }
}
