package io.lakebeam.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The run report, {@code <lake>/_runs/<pipeline>/<run id>.json}: {@code run_id}, {@code pipeline},
 * {@code version}, {@code runner}, {@code options}, {@code inputs} (path, bytes), {@code
 * started_at}, {@code ended_at}, {@code outcome} (done or failed), {@code exit_code}, {@code
 * reason}, {@code counters}, {@code filtered_by}, {@code rejected_by}, {@code outputs} (one per
 * partition), {@code checks}, and what a family adds.
 */
public final class RunReport {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private RunReport() {}

  /** The report of a run, if one was written. */
  public static Optional<JsonNode> read(Run run) throws IOException {
    return LakeFiles.exists(run.report())
        ? Optional.of(JSON.readTree(LakeFiles.read(run.report())))
        : Optional.empty();
  }

  /** Whether a run of that id was published. */
  public static boolean isDone(Run run) throws IOException {
    return read(run).filter(RunReport::isDone).isPresent();
  }

  /**
   * Refuses a lake that cannot take the report, before any work: the table may lie elsewhere. Only
   * a local place is tried; a store would have to be written to.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE}
   */
  static void checkWritable(Run run) {
    if (LakePaths.isLocal(run.report())) {
      try {
        Files.createDirectories(LakePaths.localPath(Publication.directory(run.report())));
      } catch (IOException e) {
        throw new LakeException(
            ExitCode.BAD_PLACE, run.lake() + " cannot be written: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Reports a run that failed, unless it was published or has reported its failure itself. The
   * report of an earlier failure under the same id gives way.
   *
   * @param exitCode that of the process: one of {@link ExitCode}, or 128 and the number of a signal
   */
  public static void writeFailed(Run run, int exitCode, String reason, Clock clock)
      throws IOException {
    if (read(run).filter(report -> isDone(report) || isOf(run, report)).isEmpty()) {
      write(run.report(), failed(run, new Tally(), List.of(), Map.of(), exitCode, reason, clock));
    }
  }

  /** Reports a run that published nothing, since it is no pipeline, and ended well. */
  public static void writeDone(Run run, Tally tally, Clock clock) throws IOException {
    ObjectNode report = done(run, tally, List.of(), List.of(), Map.of());
    report.put("ended_at", clock.instant().toString());
    write(run.report(), report);
  }

  static boolean isDone(JsonNode report) {
    return report.path("outcome").asText().equals("done");
  }

  /** Whether it is of this very run, and not of an earlier one with the same id. */
  static boolean isOf(Run run, JsonNode report) {
    return report.path("started_at").asText().equals(run.startedAt().toString());
  }

  static ObjectNode done(
      Run run,
      Tally tally,
      List<StagedFile> files,
      List<Check> checks,
      Map<String, Object> findings) {
    ObjectNode report = of(run, tally, checks, findings, "done", ExitCode.DONE.code(), "");
    addOutputs(report.putArray("outputs"), files);
    return report;
  }

  static ObjectNode failed(
      Run run,
      Tally tally,
      List<Check> checks,
      Map<String, Object> findings,
      int exitCode,
      String reason,
      Clock clock) {
    ObjectNode report = of(run, tally, checks, findings, "failed", exitCode, reason);
    report.putArray("outputs");
    report.put("ended_at", clock.instant().toString());
    return report;
  }

  static void write(String path, ObjectNode report) throws IOException {
    LakeFiles.write(path, JSON.writeValueAsString(report) + "\n");
  }

  private static ObjectNode of(
      Run run,
      Tally tally,
      List<Check> checks,
      Map<String, Object> findings,
      String outcome,
      int exitCode,
      String reason) {
    ObjectNode report = JSON.createObjectNode();
    report.put("run_id", run.runId());
    report.put("pipeline", run.pipeline());
    report.put("version", run.version());
    report.put("runner", run.runner());
    report.set("options", JSON.valueToTree(new TreeMap<>(run.options())));
    addInputs(report.putArray("inputs"), run.inputs());
    report.put("started_at", run.startedAt().toString());
    report.put("ended_at", "");
    report.put("outcome", outcome);
    report.put("exit_code", exitCode);
    report.put("reason", reason);
    addCounters(report.putObject("counters"), tally);
    report.set("filtered_by", JSON.valueToTree(tally.filteredBy()));
    report.set("rejected_by", JSON.valueToTree(tally.rejectedBy()));
    addChecks(report.putArray("checks"), checks);
    tally.notes().forEach((list, entries) -> report.set(list, JSON.valueToTree(entries)));
    findings.forEach((name, finding) -> report.set(name, JSON.valueToTree(finding)));
    return report;
  }

  private static void addInputs(ArrayNode array, List<LakeFile> inputs) {
    for (LakeFile input : inputs) {
      array.addObject().put("path", input.path()).put("bytes", input.bytes());
    }
  }

  private static void addCounters(ObjectNode counters, Tally tally) {
    counters.put("read", tally.read());
    counters.put("kept", tally.kept());
    counters.put("filtered", tally.filtered());
    counters.put("rejected", tally.rejected());
    counters.put("written", tally.written());
  }

  private static void addChecks(ArrayNode array, List<Check> checks) {
    for (Check check : checks) {
      array
          .addObject()
          .put("name", check.name())
          .put("passed", check.passed())
          .put("value", check.value());
    }
  }

  private static void addOutputs(ArrayNode array, List<StagedFile> files) {
    Map<String, ObjectNode> byDirectory = new TreeMap<>();
    for (StagedFile file : files) {
      String directory = Publication.directory(file.target());
      ObjectNode output =
          byDirectory.computeIfAbsent(
              directory,
              path ->
                  JSON.createObjectNode()
                      .put("path", path)
                      .put("rows", 0L)
                      .put("files", 0)
                      .put("bytes", 0L));
      output.put("rows", output.get("rows").longValue() + file.rows());
      output.put("files", output.get("files").intValue() + 1);
      output.put("bytes", output.get("bytes").longValue() + file.bytes());
    }
    byDirectory.values().forEach(array::add);
  }
}
