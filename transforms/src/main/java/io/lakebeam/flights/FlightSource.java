package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.List;

/**
 * Where flights come from. Its methods may be called at the same time; each of them throws a {@link
 * LakeException} ({@link ExitCode#BAD_PLACE}) once the source has given up.
 */
interface FlightSource {
  /** The zones to ask for first, the whole Earth together. */
  List<Zone> zones();

  ZoneAnswer flights(Zone zone);

  /** The airports that it knows; none where it tells of none. */
  default List<Airport> airports() {
    return List.of();
  }

  /** The airlines that it knows; none where it tells of none. */
  default List<Airline> airlines() {
    return List.of();
  }

  /** Forgets what binds it to one back end of the source, such as cookies. */
  void startAfresh();
}
