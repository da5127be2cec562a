package io.lakebeam.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left to do once a run's checks have passed: move the staged files, delete those that they
 * replace, write the report. It is stored before the first move, and every step of it can be done
 * again, so that whoever finds it after a crash completes it.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode content;

  private Journal(ObjectNode content) {
    this.content = content;
  }

  /**
   * @param table what happens in the table
   * @param rejects what happens among the rejects, which may lie on another file system
   */
  static Journal of(Run run, Moves table, Moves rejects, ObjectNode report) {
    ObjectNode content = JSON.createObjectNode();
    ArrayNode places = content.putArray("places");
    places.add(rejects.toJson().put("staging", run.rejectStaging()));
    places.add(table.toJson().put("staging", run.staging()));
    content.put("report_path", run.report());
    content.set("report", report);
    return new Journal(content);
  }

  static String path(String staging) {
    return staging + "_journal.json";
  }

  static Journal read(String staging) throws IOException {
    return new Journal((ObjectNode) JSON.readTree(LakeFiles.read(path(staging))));
  }

  /**
   * Stores it: from now on the run is published, by whoever finds it. Not so if the run was given
   * up meanwhile. Who gives it up removes the mark of its staging, then looks for the journal; here
   * the journal is written, then the mark looked for: at least one of the two sees the other.
   *
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} if the run was given up, or taken over
   */
  void write(Run run) throws IOException {
    LakeFiles.write(path(run.staging()), content.toString());
    try {
      Recovery.checkBegun(run);
    } catch (LakeException givenUp) {
      LakeFiles.delete(List.of(path(run.staging())));
      throw givenUp;
    }
  }

  /** Whether it names files to move, none of which is there, neither staged nor moved. */
  boolean isOfNothing() {
    List<String> files = new ArrayList<>();
    for (JsonNode place : content.get("places")) {
      files.addAll(texts(place, "sources"));
      files.addAll(texts(place, "targets"));
    }
    return !files.isEmpty() && files.stream().noneMatch(LakeFiles::exists);
  }

  /** Does all that it says, for the first time; afterwards nothing of the run is left in hiding. */
  void complete(Clock clock) throws IOException {
    for (JsonNode place : content.get("places")) {
      ManyFiles.move(texts(place, "sources"), texts(place, "targets"));
    }
    finish(clock);
  }

  /** Does again what it says, after an attempt that may have ended anywhere. */
  void completeAgain(Clock clock) throws IOException {
    for (JsonNode place : content.get("places")) {
      ManyFiles.moveAgain(texts(place, "sources"), texts(place, "targets"));
    }
    finish(clock);
  }

  private void finish(Clock clock) throws IOException {
    for (JsonNode place : content.get("places")) {
      ManyFiles.delete(texts(place, "replaced"));
    }
    ObjectNode report = (ObjectNode) content.get("report");
    report.put("ended_at", clock.instant().toString());
    RunReport.write(content.get("report_path").textValue(), report);
    for (JsonNode place : content.get("places")) {
      LakeFiles.deleteTree(place.get("staging").textValue());
    }
  }

  private static List<String> texts(JsonNode place, String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : place.get(field)) {
      texts.add(text.textValue());
    }
    return texts;
  }
}
