package io.lakebeam.flights;

import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks a source for all its flights: its zones at once, a full one again in four quarters, until
 * none is full.
 */
final class Sweep {
  /** Each waits for the network most of the time; the client limits what they ask together. */
  private static final int ZONES_AT_ONCE = 8;

  private final FlightSource source;
  private final boolean allowPartial;
  private final List<ZoneAnswer> answers = new ArrayList<>();
  private final Map<Zone, String> missing = new TreeMap<>(Sweep::byPlace);

  private Sweep(FlightSource source, boolean allowPartial) {
    this.source = source;
    this.allowPartial = allowPartial;
  }

  /**
   * The answers about the whole Earth.
   *
   * @param allowPartial whether zones may be missing
   * @throws LakeException {@link ExitCode#BAD_PLACE} if one is missing and must not be, or if the
   *     source says that there are flights and gives none
   */
  static Sweep of(FlightSource source, boolean allowPartial) throws IOException {
    Sweep sweep = new Sweep(source, allowPartial);
    sweep.run();
    if (!sweep.isDegraded()) {
      return sweep;
    }
    source.startAfresh();
    Sweep again = new Sweep(source, allowPartial);
    again.run();
    if (again.isDegraded()) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "the source counts "
              + again.claimed()
              + " flights and gives none in any zone: its back end is degraded; run again later");
    }
    return again;
  }

  private void run() throws IOException {
    List<Zone> zones = source.zones();
    while (!zones.isEmpty()) {
      Map<Zone, ZoneAnswer> found = new ConcurrentHashMap<>();
      Map<Zone, String> failed = new ConcurrentHashMap<>();
      AtOnce.each(zones, ZONES_AT_ONCE, zone -> ask(zone, found, failed));
      missing.putAll(failed);
      List<Zone> full = new ArrayList<>();
      for (Zone zone : zones) {
        ZoneAnswer answer = found.get(zone);
        if (answer != null && answer.isFull()) {
          full.addAll(zone.quarters());
        } else if (answer != null) {
          answers.add(answer);
        }
      }
      zones = full;
    }
  }

  private void ask(Zone zone, Map<Zone, ZoneAnswer> found, Map<Zone, String> failed) {
    try {
      ZoneAnswer answer = source.flights(zone);
      if (answer.isFull() && !zone.canBeQuartered()) {
        throw new LakeException(
            ExitCode.BAD_PLACE, "the zone " + zone.bounds() + " is full however small it is cut");
      }
      found.put(zone, answer);
    } catch (LakeException e) {
      if (!allowPartial || e.exitCode() != ExitCode.BAD_PLACE) {
        throw e;
      }
      failed.put(zone, String.valueOf(e.getMessage()));
    }
  }

  private boolean isDegraded() {
    return claimed() > 0 && answers.stream().allMatch(answer -> answer.records() == 0);
  }

  private long claimed() {
    return answers.stream().mapToLong(ZoneAnswer::claimed).max().orElse(0);
  }

  List<ZoneAnswer> answers() {
    return answers;
  }

  /** The zones that could not be fetched, and why. */
  Map<Zone, String> missing() {
    return missing;
  }

  private static int byPlace(Zone a, Zone b) {
    return a.bounds().compareTo(b.bounds());
  }
}
