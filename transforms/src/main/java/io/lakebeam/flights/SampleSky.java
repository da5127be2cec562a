package io.lakebeam.flights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up sky: real airports and airlines, invented flights between them. The same seed and slot
 * give the same flights on every machine: {@link Random} is specified, and so is {@link
 * StrictMath}.
 *
 * <p>Of a hundred flights about four stand on the ground, five have no airline, three no airports,
 * and one a type that nobody knows.
 */
final class SampleSky {
  private static final List<String> PRIVATE_TYPES = List.of("C172", "P28A", "SR22", "PC12", "C56X");
  private static final int CRUISE_FEET = 31_000;
  private static final int CRUISE_KNOTS = 430;
  private static final int SLOT_SECONDS = 7_200;

  private final long seed;
  private final List<SampleAirport> airports = SampleAirport.all();
  private final List<SampleAirline> airlines = SampleAirline.all();
  private final List<SampleAirport> busy = new ArrayList<>();
  private final List<SampleAirline> large = new ArrayList<>();

  SampleSky(long seed) {
    this.seed = seed;
    airports.forEach(airport -> airport.repeatInto(busy));
    airlines.forEach(airline -> airline.repeatInto(large));
  }

  /** What a source of reference data would say of this sky. */
  References references() {
    return new References(airports(), airlines());
  }

  List<Airport> airports() {
    List<Airport> all = new ArrayList<>();
    airports.forEach(each -> all.add(each.airport()));
    return all;
  }

  List<Airline> airlines() {
    List<Airline> all = new ArrayList<>();
    airlines.forEach(each -> all.add(each.airline()));
    return all;
  }

  /** The flight of that number in a slot. */
  Observation flight(Slot slot, long number) {
    long start = slot.start().getEpochSecond();
    Random random = new Random(seed * 31 + start * 1_000_003 + number * 7_919);
    // The first numbers of neighbouring seeds are alike.
    random.nextInt();
    Observation.Builder flight =
        Observation.builder()
            .flightId(String.format("%08x", start / SLOT_SECONDS % 4096 << 20 | number))
            .observedAtSeconds(start + random.nextInt(SLOT_SECONDS));
    int kind = random.nextInt(100);
    if (kind < 5) {
      return privateFlight(flight, random);
    }
    SampleAirline airline = large.get(random.nextInt(large.size()));
    SampleAirport hub = SampleAirport.named(airports, airline.hub());
    SampleAirport other = busy.get(random.nextInt(busy.size()));
    boolean outbound = random.nextInt(100) < 52;
    fly(flight, outbound ? hub : other, outbound ? other : hub, random);
    flight
        .airlineIcao(airline.airline().icao())
        .flightNumber(airline.iata() + (1 + random.nextInt(2_000)))
        .aircraftCode(kind == 99 ? "ZZZZ" : airline.type(random))
        .registration(registration(random));
    if (kind >= 96 && kind < 99) {
      flight.originIata(null).destinationIata(null);
    }
    return flight.build();
  }

  private Observation privateFlight(Observation.Builder flight, Random random) {
    SampleAirport from = busy.get(random.nextInt(busy.size()));
    fly(flight, from, from, random);
    return flight
        .originIata(null)
        .destinationIata(null)
        .aircraftCode(PRIVATE_TYPES.get(random.nextInt(PRIVATE_TYPES.size())))
        .registration(registration(random))
        .build();
  }

  private static void fly(
      Observation.Builder flight, SampleAirport from, SampleAirport to, Random random) {
    boolean onGround = random.nextInt(100) < 4;
    double way = onGround ? 0 : 0.02 + 0.96 * random.nextDouble();
    double[] position = from.towards(to, way);
    double aside = onGround ? 0 : random.nextDouble() - 0.5;
    flight
        .originIata(from.airport().iata())
        .destinationIata(to.airport().iata())
        .latitudeMicros(micros(Math.max(-90, Math.min(90, position[0] + aside))))
        .longitudeMicros(micros(position[1]))
        .onGround(onGround)
        .altitudeFeet(onGround ? 0L : CRUISE_FEET + 1_000L * random.nextInt(9))
        .groundSpeedKnots(onGround ? (long) random.nextInt(20) : CRUISE_KNOTS + random.nextInt(90));
  }

  private static String registration(Random random) {
    return "N" + (100 + random.nextInt(900)) + (char) ('A' + random.nextInt(26));
  }

  /** Multiples of a ten-thousandth of a degree, as the live feed has them. */
  private static long micros(double degrees) {
    return StrictMath.round(degrees * 10_000) * 100;
  }
}
