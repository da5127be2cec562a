package io.lakebeam.pipelines;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what a run would do, and does none of it. */
final class DryRun {
  private static final int MOST_FILES_SHOWN = 20;

  private DryRun() {}

  /**
   * Whether a run would begin its work: it would not if its id is published already, which is said.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE}, as of the run itself, if it is known to be
   *     unable to write
   */
  static boolean wouldBegin(Run run, PrintStream out) throws IOException {
    if (Runs.isPublished(run, out)) {
      return false;
    }
    for (String place : List.of(run.output(), run.reports())) {
      LakeFiles.checkWritable(place);
    }
    return true;
  }

  static void print(Run run, Table<?> table, PrintStream out) throws IOException {
    if (!wouldBegin(run, out)) {
      return;
    }
    List<LakeFile> inputs = run.inputs();
    List<LakeFile> present = LakeFiles.listVisible(run.output());
    out.println("dry run of " + run.pipeline() + " on " + run.runner() + "; nothing is touched");
    out.printf(
        Locale.ROOT,
        "would read %,d files, %,d bytes%n",
        inputs.size(),
        LakeFile.totalBytes(inputs));
    inputs.stream()
        .limit(MOST_FILES_SHOWN)
        .forEach(file -> out.printf(Locale.ROOT, "  %s  %,d bytes%n", file.path(), file.bytes()));
    if (inputs.size() > MOST_FILES_SHOWN) {
      out.printf(Locale.ROOT, "  and %,d more files%n", inputs.size() - MOST_FILES_SHOWN);
    }
    out.println("would write " + run.output() + partitions(table));
    out.println("would " + whatHappensTo(present, run, table));
  }

  private static String partitions(Table<?> table) {
    return table.partitions().isEmpty()
        ? ""
        : table.partitions().stream()
            .map(Column::name)
            .collect(Collectors.joining(", ", ", partitioned by ", ""));
  }

  private static String whatHappensTo(List<LakeFile> present, Run run, Table<?> table) {
    String files = String.format(Locale.ROOT, "%,d files that are there", present.size());
    switch (run.writeMode()) {
      case APPEND:
        return "leave the " + files;
      case ERROR:
        return present.isEmpty()
            ? "find the table empty, as --writeMode=error wants it"
            : "end with exit code 6, because of the " + files;
      case OVERWRITE:
        return table.partitions().isEmpty()
            ? "replace the " + files
            : "replace, of the " + files + ", those in partitions that the run produces";
    }
    throw new AssertionError(run.writeMode());
  }
}
