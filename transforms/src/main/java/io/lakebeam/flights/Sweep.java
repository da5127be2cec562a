package io.lakebeam.flights;

import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a source for all its flights: its zones at once, a full one again in four quarters, until
 * none is full.
 */
final class Sweep {
  /** Each waits for the network most of the time; the client limits what they ask together. */
  private static final int ZONES_AT_ONCE = 8;

  /** Several times what a full sky needs. */
  private static final int MOST_ZONES = 1_000;

  private final FlightSource source;
  private final boolean allowPartial;
  private final List<ZoneAnswer> answers = new ArrayList<>();
  private final Map<Zone, String> missing = new TreeMap<>(Sweep::byPlace);
  private List<Zone> quartered = List.of();
  private @Nullable Zone hollow;

  private Sweep(FlightSource source, boolean allowPartial) {
    this.source = source;
    this.allowPartial = allowPartial;
  }

  /**
   * The answers about the whole Earth.
   *
   * @param allowPartial whether zones may be missing
   * @throws LakeException {@link ExitCode#BAD_PLACE} if one is missing and must not be, or if the
   *     source says that there are flights and gives none, or if it is full however it is cut
   */
  static Sweep of(FlightSource source, boolean allowPartial) throws IOException {
    Sweep sweep = new Sweep(source, allowPartial);
    sweep.run();
    if (sweep.degradation() == null) {
      return sweep;
    }
    source.startAfresh();
    Sweep again = new Sweep(source, allowPartial);
    again.run();
    String degradation = again.degradation();
    if (degradation != null) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "the source " + degradation + ": its back end is degraded; run again later");
    }
    return again;
  }

  private void run() throws IOException {
    List<Zone> zones = source.zones();
    int asked = 0;
    while (!zones.isEmpty() && hollow == null) {
      asked += zones.size();
      if (asked > MOST_ZONES) {
        throw new LakeException(
            ExitCode.BAD_PLACE,
            "the zones are still full when more than "
                + MOST_ZONES
                + " are asked for: the source seems to ignore their bounds");
      }
      zones = quartersOfFull(zones);
    }
  }

  /** Asks for zones; gives the quarters of those that are full. */
  private List<Zone> quartersOfFull(List<Zone> zones) throws IOException {
    Map<Zone, ZoneAnswer> found = new ConcurrentHashMap<>();
    Map<Zone, String> failed = new ConcurrentHashMap<>();
    Set<Zone> full = ConcurrentHashMap.newKeySet();
    AtOnce.each(zones, ZONES_AT_ONCE, zone -> ask(zone, found, failed, full));
    missing.putAll(failed);
    for (Zone zone : zones) {
      ZoneAnswer answer = found.get(zone);
      if (answer != null) {
        answers.add(answer);
      }
    }
    hollow =
        quartered.stream()
            .filter(zone -> zone.quarters().stream().allMatch(part -> isEmpty(found.get(part))))
            .findFirst()
            .orElse(null);
    quartered = zones.stream().filter(full::contains).collect(Collectors.toList());
    return quartered.stream()
        .flatMap(zone -> zone.quarters().stream())
        .collect(Collectors.toList());
  }

  private static boolean isEmpty(@Nullable ZoneAnswer answer) {
    return answer != null && answer.records() == 0;
  }

  /** Of a full answer nothing is kept: its quarters give it all again. */
  private void ask(
      Zone zone, Map<Zone, ZoneAnswer> found, Map<Zone, String> failed, Set<Zone> full) {
    try {
      ZoneAnswer answer = source.flights(zone);
      if (!answer.isFull()) {
        found.put(zone, answer);
      } else if (zone.canBeQuartered()) {
        full.add(zone);
      } else {
        throw new LakeException(
            ExitCode.BAD_PLACE, "the zone " + zone.bounds() + " is full however small it is cut");
      }
    } catch (LakeException e) {
      if (!allowPartial || e.exitCode() != ExitCode.BAD_PLACE) {
        throw e;
      }
      failed.put(zone, String.valueOf(e.getMessage()));
    }
  }

  /** How the source contradicts itself, null if it does not. */
  private @Nullable String degradation() {
    if (hollow != null) {
      return "fills the zone " + hollow.bounds() + " and gives no flight in its quarters";
    }
    return claimed() > 0 && answers.stream().allMatch(answer -> answer.records() == 0)
        ? "counts " + claimed() + " flights and gives none in any zone"
        : null;
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
