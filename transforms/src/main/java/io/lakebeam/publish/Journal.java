package io.lakebeam.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
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

  static Journal of(Run run, List<StagedFile> files, List<String> replaced, ObjectNode report) {
    ObjectNode content = JSON.createObjectNode();
    ArrayNode sources = content.putArray("sources");
    ArrayNode targets = content.putArray("targets");
    for (StagedFile file : files) {
      sources.add(file.path());
      targets.add(file.target());
    }
    ArrayNode removes = content.putArray("replaced");
    replaced.forEach(removes::add);
    content.putArray("stagings").add(run.rejectStaging()).add(run.staging());
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

  void write(Run run) throws IOException {
    LakeFiles.write(path(run.staging()), content.toString());
  }

  /** Does all that it says, for the first time; afterwards nothing of the run is left in hiding. */
  void complete(Clock clock) throws IOException {
    ManyFiles.move(texts("sources"), texts("targets"));
    finish(clock);
  }

  /** Does again what it says, after an attempt that may have ended anywhere. */
  void completeAgain(Clock clock) throws IOException {
    ManyFiles.moveAgain(texts("sources"), texts("targets"));
    finish(clock);
  }

  private void finish(Clock clock) throws IOException {
    ManyFiles.delete(texts("replaced"));
    ObjectNode report = (ObjectNode) content.get("report");
    report.put("ended_at", clock.instant().toString());
    RunReport.write(content.get("report_path").textValue(), report);
    for (String staging : texts("stagings")) {
      LakeFiles.deleteTree(staging);
    }
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : content.get(field)) {
      texts.add(text.textValue());
    }
    return texts;
  }
}
