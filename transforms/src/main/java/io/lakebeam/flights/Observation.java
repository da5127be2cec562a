package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where a source saw a flight last, and what it says of it. An unknown value is null. */
@AutoValue
public abstract class Observation implements Serializable {
  static Builder builder() {
    return new AutoValue_Observation.Builder();
  }

  public abstract String flightId();

  /** The ICAO type designator. */
  public abstract @Nullable String aircraftCode();

  public abstract @Nullable String registration();

  public abstract @Nullable String airlineIcao();

  public abstract @Nullable String flightNumber();

  public abstract @Nullable String originIata();

  public abstract @Nullable String destinationIata();

  /** Millionths of a degree. */
  public abstract long latitudeMicros();

  /** Millionths of a degree. */
  public abstract long longitudeMicros();

  public abstract @Nullable Long altitudeFeet();

  public abstract @Nullable Long groundSpeedKnots();

  public abstract boolean onGround();

  /** Seconds since the epoch. */
  public abstract long observedAtSeconds();

  /** Builds an observation. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder flightId(String flightId);

    abstract Builder aircraftCode(@Nullable String aircraftCode);

    abstract Builder registration(@Nullable String registration);

    abstract Builder airlineIcao(@Nullable String airlineIcao);

    abstract Builder flightNumber(@Nullable String flightNumber);

    abstract Builder originIata(@Nullable String originIata);

    abstract Builder destinationIata(@Nullable String destinationIata);

    abstract Builder latitudeMicros(long latitudeMicros);

    abstract Builder longitudeMicros(long longitudeMicros);

    abstract Builder altitudeFeet(@Nullable Long altitudeFeet);

    abstract Builder groundSpeedKnots(@Nullable Long groundSpeedKnots);

    abstract Builder onGround(boolean onGround);

    abstract Builder observedAtSeconds(long observedAtSeconds);

    abstract Observation build();
  }
}
