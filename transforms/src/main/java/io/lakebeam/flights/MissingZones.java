package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** The holes of a slot: what the run report of its last extraction says is missing. */
final class MissingZones {
  private static final ObjectMapper JSON = new ObjectMapper();

  private MissingZones() {}

  /** Looks from the newest report back; none where no report of the slot is there. */
  static List<JsonNode> of(String lake, Slot slot) throws IOException {
    List<Metadata> reports = new ArrayList<>(LakeFiles.listAll(lake + "_runs/flights-extract/"));
    reports.sort(Comparator.comparingLong(Metadata::lastModifiedMillis).reversed());
    for (Metadata file : reports) {
      JsonNode report = JSON.readTree(LakeFiles.read(LakePaths.of(file)));
      if (hasWritten(report, slot)) {
        List<JsonNode> zones = new ArrayList<>();
        report.path(ExtractFlights.MISSING_ZONES).forEach(zones::add);
        return zones;
      }
    }
    return List.of();
  }

  private static boolean hasWritten(JsonNode report, Slot slot) {
    for (JsonNode output : report.path("outputs")) {
      if (output.path("path").asText().endsWith("/" + slot.directory())) {
        return true;
      }
    }
    return false;
  }
}
