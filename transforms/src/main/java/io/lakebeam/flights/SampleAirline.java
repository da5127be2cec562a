package io.lakebeam.flights;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** An airline of the sample sky. */
final class SampleAirline {
  private final Airline airline;
  private final String iata;
  private final String hub;
  private final List<String> types;
  private final int weight;

  private SampleAirline(String[] fields) {
    airline = Airline.of(fields[0], fields[1]);
    iata = fields[2];
    hub = fields[3];
    types = List.of(fields[4].split(" ", -1));
    weight = Integer.parseInt(fields[5]);
  }

  static List<SampleAirline> all() {
    return ReferenceTable.load("sample-airlines.csv").rows().stream()
        .map(SampleAirline::new)
        .collect(Collectors.toList());
  }

  Airline airline() {
    return airline;
  }

  /** The code that its flight numbers begin with. */
  String iata() {
    return iata;
  }

  /** The airport that its flights begin or end at. */
  String hub() {
    return hub;
  }

  /** One of the types that it flies. */
  String type(Random random) {
    return types.get(random.nextInt(types.size()));
  }

  /** Adds it as often as it is large, for a fair draw. */
  void repeatInto(List<SampleAirline> airlines) {
    for (int i = 0; i < weight; i++) {
      airlines.add(this);
    }
  }
}
