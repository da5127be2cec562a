package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A flight of a slot, with what is known of its aircraft, airline and airports. */
@AutoValue
public abstract class Flight implements Serializable {
  static Builder builder() {
    return new AutoValue_Flight.Builder();
  }

  public abstract String getFlightId();

  public abstract @Nullable String getAircraftCode();

  public abstract @Nullable String getAircraftModel();

  public abstract @Nullable String getAircraftManufacturer();

  public abstract @Nullable String getRegistration();

  public abstract @Nullable String getAirlineIcao();

  public abstract @Nullable String getAirlineName();

  public abstract @Nullable String getFlightNumber();

  public abstract @Nullable String getOriginIata();

  public abstract @Nullable String getOriginName();

  public abstract @Nullable String getOriginCountry();

  public abstract @Nullable String getOriginContinent();

  public abstract @Nullable String getDestinationIata();

  public abstract @Nullable String getDestinationName();

  public abstract @Nullable String getDestinationCountry();

  public abstract @Nullable String getDestinationContinent();

  /** Millionths of a degree north. */
  public abstract long getLatitudeMicros();

  /** Millionths of a degree east. */
  public abstract long getLongitudeMicros();

  public abstract @Nullable Long getAltitudeFeet();

  public abstract @Nullable Long getGroundSpeedKnots();

  public abstract boolean getOnGround();

  public abstract long getObservedAtMicros();

  /** Hundredths of a kilometre between the two airports; null where one is not known. */
  public abstract @Nullable Long getDistanceCentikilometers();

  /** Builds a flight. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder setFlightId(String flightId);

    abstract Builder setAircraftCode(@Nullable String aircraftCode);

    abstract Builder setAircraftModel(@Nullable String aircraftModel);

    abstract Builder setAircraftManufacturer(@Nullable String aircraftManufacturer);

    abstract Builder setRegistration(@Nullable String registration);

    abstract Builder setAirlineIcao(@Nullable String airlineIcao);

    abstract Builder setAirlineName(@Nullable String airlineName);

    abstract Builder setFlightNumber(@Nullable String flightNumber);

    abstract Builder setOriginIata(@Nullable String originIata);

    abstract Builder setOriginName(@Nullable String originName);

    abstract Builder setOriginCountry(@Nullable String originCountry);

    abstract Builder setOriginContinent(@Nullable String originContinent);

    abstract Builder setDestinationIata(@Nullable String destinationIata);

    abstract Builder setDestinationName(@Nullable String destinationName);

    abstract Builder setDestinationCountry(@Nullable String destinationCountry);

    abstract Builder setDestinationContinent(@Nullable String destinationContinent);

    abstract Builder setLatitudeMicros(long latitudeMicros);

    abstract Builder setLongitudeMicros(long longitudeMicros);

    abstract Builder setAltitudeFeet(@Nullable Long altitudeFeet);

    abstract Builder setGroundSpeedKnots(@Nullable Long groundSpeedKnots);

    abstract Builder setOnGround(boolean onGround);

    abstract Builder setObservedAtMicros(long observedAtMicros);

    abstract Builder setDistanceCentikilometers(@Nullable Long distance);

    abstract Flight build();
  }
}
