package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** An airport that flights name by its IATA code. */
@AutoValue
public abstract class Airport implements Serializable {
  static Airport of(
      String iata,
      @Nullable String name,
      @Nullable String country,
      @Nullable Double latitude,
      @Nullable Double longitude) {
    return new AutoValue_Airport(iata, name, country, latitude, longitude);
  }

  public abstract String iata();

  public abstract @Nullable String name();

  /** In English, as the source writes it. */
  public abstract @Nullable String country();

  /** Degrees north; null where the source does not know it. */
  public abstract @Nullable Double latitude();

  /** Degrees east; null where the source does not know it. */
  public abstract @Nullable Double longitude();
}
