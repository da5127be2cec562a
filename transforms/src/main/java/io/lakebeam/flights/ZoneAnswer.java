package io.lakebeam.flights;

import io.lakebeam.write.Reject;
import java.util.ArrayList;
import java.util.List;

/** What a source answers of a zone. */
final class ZoneAnswer {
  private final List<Observation> flights = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final long claimed;
  private final int most;

  /**
   * @param claimed how many flights the source says it has in all
   * @param most how many flights an answer can hold
   */
  ZoneAnswer(long claimed, int most) {
    this.claimed = claimed;
    this.most = most;
  }

  void add(Observation flight) {
    flights.add(flight);
  }

  void add(Reject reject) {
    rejects.add(reject);
  }

  List<Observation> flights() {
    return flights;
  }

  /** Records that are no flights. */
  List<Reject> rejects() {
    return rejects;
  }

  int records() {
    return flights.size() + rejects.size();
  }

  long claimed() {
    return claimed;
  }

  /** Whether there may be more flights than the answer could hold. */
  boolean isFull() {
    return records() >= most;
  }
}
