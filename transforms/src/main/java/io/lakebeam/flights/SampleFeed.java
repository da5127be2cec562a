package io.lakebeam.flights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sample sky as FlightRadar24's web endpoints would answer about it. */
public final class SampleFeed {
  private static final int MOST_FLIGHTS = 1_500;
  private static final int MICRO_DIGITS = 6;

  private final SampleSky sky;
  private final List<Observation> flights = new ArrayList<>();

  /**
   * @param flights how many are in the air in that slot
   */
  public SampleFeed(long seed, Slot slot, int flights) {
    sky = new SampleSky(seed);
    for (int i = 0; i < flights; i++) {
      this.flights.add(sky.flight(slot, i));
    }
  }

  /** The answer of the live feed about {@code north,south,west,east}. */
  public String feed(String bounds) {
    String[] edges = bounds.split(",", -1);
    ObjectNode feed = JsonNodeFactory.instance.objectNode();
    feed.put("full_count", flights.size()).put("version", 4);
    for (Observation flight : flights) {
      boolean inside =
          flight.latitudeMicros() <= micros(edges[0])
              && flight.latitudeMicros() >= micros(edges[1])
              && flight.longitudeMicros() >= micros(edges[2])
              && flight.longitudeMicros() <= micros(edges[3]);
      if (inside && feed.size() < MOST_FLIGHTS + 2) {
        add(flight, feed.putArray(flight.flightId()));
      }
    }
    return feed.toString();
  }

  private static long micros(String degrees) {
    return new BigDecimal(degrees).movePointRight(MICRO_DIGITS).longValue();
  }

  private static void add(Observation flight, ArrayNode values) {
    values
        .add("")
        .add(BigDecimal.valueOf(flight.latitudeMicros(), MICRO_DIGITS))
        .add(BigDecimal.valueOf(flight.longitudeMicros(), MICRO_DIGITS))
        .add(0)
        .add(flight.altitudeFeet())
        .add(flight.groundSpeedKnots())
        .add("")
        .add("")
        .add(orEmpty(flight.aircraftCode()))
        .add(orEmpty(flight.registration()))
        .add(flight.observedAtSeconds())
        .add(orEmpty(flight.originIata()))
        .add(orEmpty(flight.destinationIata()))
        .add(orEmpty(flight.flightNumber()))
        .add(flight.onGround() ? 1 : 0)
        .add(0)
        .add("")
        .add(0)
        .add(orEmpty(flight.airlineIcao()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The answer of airports.php. */
  public String airports() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Airport airport : sky.airports()) {
      rows.addObject()
          .put("name", airport.name())
          .put("iata", airport.iata())
          .put("lat", airport.latitude())
          .put("lon", airport.longitude())
          .put("country", airport.country());
    }
    return JsonNodeFactory.instance.objectNode().set("rows", rows).toString();
  }

  /** The answer of airlines.php. */
  public String airlines() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Airline airline : sky.airlines()) {
      rows.addObject().put("Name", airline.name()).put("ICAO", airline.icao());
    }
    return JsonNodeFactory.instance.objectNode().set("rows", rows).toString();
  }
}
