package io.lakebeam.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Partition;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.TableFiles;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publishes a run, once its checks have passed; or its rejects and a failed report. */
final class Publication {
  private final Run run;
  private final List<Table<?>> tables;
  private final Inspection inspection;
  private final Clock clock;

  Publication(Run run, List<Table<?>> tables, Inspection inspection, Clock clock) {
    this.run = run;
    this.tables = tables;
    this.inspection = inspection;
    this.clock = clock;
  }

  /**
   * May be called again, by a runner that retries or evaluates twice: what is published stays as it
   * is.
   */
  void publish(Tally tally) throws IOException {
    if (isReported()) {
      return;
    }
    if (LakeFiles.exists(Journal.path(run.staging()))) {
      Journal.read(run.staging()).completeAgain(clock);
      return;
    }
    Recovery.checkBegun(run);
    List<Check> checks = new ArrayList<>(Checks.of(run, tally));
    checks.addAll(inspection.checks(tally));
    Optional<Check> failed = checks.stream().filter(check -> !check.passed()).findFirst();
    if (failed.isPresent()) {
      fail(tally, checks, failed.get());
    }
    List<StagedFile> files = new ArrayList<>(tally.files());
    List<LakeFile> visible = LakeFiles.listVisible(run.output());
    for (Table<?> table : tables) {
      if (isAbsent(table, files, visible)) {
        files.add(emptyFile(table));
      }
    }
    ObjectNode report = RunReport.done(run, tally, files, checks, inspection.findings(tally));
    List<StagedFile> besideTable = new ArrayList<>(files);
    List<StagedFile> besideReport = new ArrayList<>();
    for (Companion companion : inspection.companions(run, tally)) {
      (companion.isBesideReport() ? besideReport : besideTable).add(companion.stage(run));
    }
    Journal journal =
        Journal.of(run, moves(besideTable, visible), rejects(tally, besideReport), report);
    journal.write(run);
    journal.complete(clock);
  }

  /**
   * The rejects, and what lies beside the report: both are in the lake, wherever the table is. An
   * earlier attempt with the same id may have left rejects.
   */
  private Moves rejects(Tally tally, List<StagedFile> besideReport) {
    List<StagedFile> files = new ArrayList<>(tally.rejectFiles());
    files.addAll(besideReport);
    return Moves.replacingAll(files, LakeFiles.listVisible(run.rejects()));
  }

  /** Whether this run is published already; if it failed already, it fails again the same way. */
  private boolean isReported() throws IOException {
    Optional<JsonNode> found = RunReport.read(run);
    if (found.isEmpty()) {
      return false;
    }
    JsonNode report = found.get();
    if (!RunReport.isDone(report) && RunReport.isOf(run, report)) {
      throw new LakeException(
          ExitCode.of(report.get("exit_code").intValue()), report.get("reason").textValue());
    }
    return RunReport.isDone(report);
  }

  private void fail(Tally tally, List<Check> checks, Check failed) throws IOException {
    String reason =
        run.pipeline()
            + " published nothing: "
            + failed.name()
            + " does not hold: "
            + failed.value()
            + (tally.rejectFiles().isEmpty() ? "" : "; rejects in " + run.rejects());
    ObjectNode report =
        RunReport.failed(
            run, tally, checks, inspection.findings(tally), failed.failure().code(), reason, clock);
    Journal.of(run, Moves.adding(List.of()), rejects(tally, List.of()), report).complete(clock);
    throw new LakeException(failed.failure(), reason);
  }

  /** A table without partitions is one directory; what lies below it is not its own. */
  private Moves moves(List<StagedFile> files, List<LakeFile> visible) {
    Set<String> directories = new HashSet<>();
    files.forEach(file -> directories.add(directory(file.target())));
    if (run.writeMode() != WriteMode.OVERWRITE) {
      refuseToOverwrite(files, visible);
      return Moves.adding(files);
    }
    return Moves.replacing(files, visible, file -> directories.contains(directory(file.path())));
  }

  /** Only files that are not ours to name, such as samples of input, have the same name again. */
  private static void refuseToOverwrite(List<StagedFile> files, List<LakeFile> visible) {
    Set<String> targets = new HashSet<>();
    files.forEach(file -> targets.add(file.target()));
    for (LakeFile file : visible) {
      if (targets.contains(file.path())) {
        throw new LakeException(
            ExitCode.TABLE_TAKEN,
            file.path() + " is there already; use --writeMode=overwrite to replace it");
      }
    }
  }

  /** Whether nothing of a table would be there. */
  private boolean isAbsent(Table<?> table, List<StagedFile> files, List<LakeFile> visible) {
    String place = run.output() + table.directory();
    return files.stream().noneMatch(file -> file.target().startsWith(place))
        && (isOneDirectory(table)
            || visible.stream().noneMatch(file -> file.path().startsWith(place)));
  }

  /** An empty result is a table with its schema and no rows. */
  private StagedFile emptyFile(Table<?> table) throws IOException {
    String name =
        table.directory()
            + emptyDirectory(table)
            + "part-"
            + run.runId()
            + "-empty."
            + table.format().extension();
    String path = run.staging() + name;
    TableFiles.create(table, path).close();
    return StagedFile.of(path, run.output() + name, 0, LakeFiles.size(path));
  }

  private static String emptyDirectory(Table<?> table) {
    @Nullable String only = table.onlyPartition();
    return only != null
        ? only
        : table.partitions().stream()
            .map(partition -> Partition.directory(partition.name(), null) + "/")
            .collect(Collectors.joining());
  }

  /** Whether it is known, without a row, which directory a run replaces. */
  private static boolean isOneDirectory(Table<?> table) {
    return table.partitions().isEmpty() || table.onlyPartition() != null;
  }

  static String directory(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
