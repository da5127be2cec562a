package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.read.StoredRows;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is told of a slot: its indicators, where its flights were, and which zones are missing. */
public final class SlotReport {
  private final String lake;
  private final Slot slot;
  private final Map<Indicator, List<List<@Nullable Object>>> rows = new EnumMap<>(Indicator.class);
  private final List<JsonNode> missingZones;

  private SlotReport(String lake, Slot slot, List<JsonNode> missingZones) {
    this.lake = lake;
    this.slot = slot;
    this.missingZones = missingZones;
  }

  /**
   * Reads what a lake holds of a slot.
   *
   * @param lake its root, with a slash at its end
   * @param indicators their directory, with a slash at its end
   * @param wanted the slot, or null for the latest that has indicators
   * @throws LakeException {@link ExitCode#BAD_PLACE} if there are no indicators of it
   */
  public static SlotReport read(String lake, String indicators, @Nullable Slot wanted)
      throws IOException {
    List<LakeFile> files = LakeFiles.listVisible(indicators);
    NavigableSet<Slot> slots = new TreeSet<>();
    files.forEach(file -> Slot.ofPath(file.path()).ifPresent(slots::add));
    if (slots.isEmpty() || (wanted != null && !slots.contains(wanted))) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          indicators
              + " has no indicators"
              + (slots.isEmpty() ? "" : " of " + wanted + "; the latest are of " + slots.last())
              + "; run flights-indicators");
    }
    Slot slot = wanted == null ? slots.last() : wanted;
    SlotReport report = new SlotReport(lake, slot, MissingZones.of(lake, slot));
    for (Indicator indicator : Indicator.values()) {
      String place = indicators + indicator.table().directory() + slot.directory();
      report.rows.put(indicator, StoredRows.read(indicator.table(), beneath(place, files)));
    }
    return report;
  }

  private static List<LakeFile> beneath(String place, List<LakeFile> files) {
    return files.stream()
        .filter(file -> file.path().startsWith(place))
        .collect(Collectors.toList());
  }

  public Slot slot() {
    return slot;
  }

  /** The rows of an indicator, in its order. */
  public List<List<@Nullable Object>> rows(Indicator indicator) {
    return rows.getOrDefault(indicator, List.of());
  }

  /** Whether the slot has no active flight. */
  public boolean isEmpty() {
    return rows(Indicator.AIRLINE_WITH_MOST_FLIGHTS).isEmpty();
  }

  /**
   * Reads latitude and longitude in degrees of every flight in the air; none where the raw flights
   * were purged.
   */
  List<double[]> readPositions() throws IOException {
    return Positions.of(LakeFiles.listVisible(lake + RawFlights.PLACE + "/" + slot.directory()));
  }

  /** Zones that could not be fetched, one line each. */
  public List<String> missingZones() {
    return missingZones.stream()
        .map(
            zone ->
                String.format(
                    "%s to %s N, %s to %s E: %s",
                    zone.path("south").asText(),
                    zone.path("north").asText(),
                    zone.path("west").asText(),
                    zone.path("east").asText(),
                    zone.path("reason").asText()))
        .collect(Collectors.toList());
  }

  /** North, south, west and east of the zones that could not be fetched. */
  List<JsonNode> missing() {
    return missingZones;
  }
}
