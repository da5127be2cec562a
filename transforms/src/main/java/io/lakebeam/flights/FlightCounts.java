package io.lakebeam.flights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many flights each value of something has; flights without a value count nowhere. */
final class FlightCounts<K> {
  private final Map<K, Long> counts = new HashMap<>();

  private FlightCounts() {}

  static <K> FlightCounts<K> of(List<Flight> flights, Function<Flight, @Nullable K> value) {
    FlightCounts<K> counts = new FlightCounts<>();
    for (Flight flight : flights) {
      K key = value.apply(flight);
      if (key != null) {
        counts.counts.merge(key, 1L, Long::sum);
      }
    }
    return counts;
  }

  /** The flights that have each value. */
  static <K> Map<K, List<Flight>> groups(
      List<Flight> flights, Function<Flight, @Nullable K> value) {
    Map<K, List<Flight>> groups = new HashMap<>();
    for (Flight flight : flights) {
      K key = value.apply(flight);
      if (key != null) {
        groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(flight);
      }
    }
    return groups;
  }

  long of(K key) {
    return counts.getOrDefault(key, 0L);
  }

  /** The values with the most flights. */
  Stream<K> most() {
    return atMostRank(1);
  }

  /** The values that fewer than so many others surpass. */
  Stream<K> atMostRank(int most) {
    return counts.keySet().stream().filter(key -> rank(key) <= most);
  }

  /** One more than the values with more flights: equal ones share a rank. */
  long rank(K key) {
    long count = of(key);
    return 1 + counts.values().stream().filter(other -> other > count).count();
  }
}
