package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** An airline that flights name by its ICAO designator. */
@AutoValue
public abstract class Airline implements Serializable {
  static Airline of(String icao, String name) {
    return new AutoValue_Airline(icao, name);
  }

  public abstract String icao();

  public abstract String name();
}
