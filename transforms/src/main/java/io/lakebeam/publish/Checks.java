package io.lakebeam.publish;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.write.Span;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conservation checks: nothing disappears between the input and the files to be published. */
final class Checks {
  private Checks() {}

  static List<Check> of(Run run, Tally tally) {
    List<Check> checks = new ArrayList<>();
    checks.add(everyByteReadOnce(run.inputs(), tally.spans()));
    checks.add(
        equal(
            "read = kept + filtered + rejected",
            tally.read(),
            tally.kept() + tally.filtered() + tally.rejected()));
    checks.add(equal("kept = arrived where rows are written", tally.kept(), tally.carried()));
    checks.add(equal("written = rows in the files", tally.written(), rows(tally.files())));
    checks.add(
        equal("rejected = lines in the rejects", tally.rejected(), rows(tally.rejectFiles())));
    checks.add(rejectRatio(run.maxRejectRatio(), tally));
    return checks;
  }

  private static Check equal(String name, long left, long right) {
    return Check.of(name, left == right, left + " = " + right, ExitCode.CHECK_FAILED);
  }

  private static long rows(List<StagedFile> files) {
    return files.stream().mapToLong(StagedFile::rows).sum();
  }

  private static Check rejectRatio(double most, Tally tally) {
    double ratio = tally.read() == 0 ? 0 : (double) tally.rejected() / tally.read();
    return Check.of(
        "rejected / read <= " + most,
        ratio <= most,
        tally.rejected() + " / " + tally.read(),
        ExitCode.TOO_MANY_REJECTS);
  }

  private static Check everyByteReadOnce(List<LakeFile> inputs, List<Span> spans) {
    Map<String, List<Span>> byPath = new HashMap<>();
    for (Span span : spans) {
      byPath.computeIfAbsent(span.path(), path -> new ArrayList<>()).add(span);
    }
    for (LakeFile input : inputs) {
      @Nullable String gap = gap(byPath.getOrDefault(input.path(), List.of()));
      if (gap != null) {
        return Check.of(
            "every range of every file read once",
            false,
            input.path() + " " + gap,
            ExitCode.CHECK_FAILED);
      }
    }
    return Check.of(
        "every range of every file read once",
        true,
        inputs.size() + " files in " + spans.size() + " ranges",
        ExitCode.CHECK_FAILED);
  }

  private static @Nullable String gap(List<Span> spans) {
    if (spans.isEmpty()) {
      return "was not read";
    }
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparingLong(Span::begin).thenComparingLong(Span::next));
    long position = 0;
    for (Span span : sorted) {
      if (span.begin() != position) {
        return "does not join at "
            + Math.min(span.begin(), position)
            + " (a quoted field that holds a line break? then read it with --splitFiles=false)";
      }
      position = span.next();
    }
    long end = sorted.get(0).end();
    return position == end ? null : "was read up to " + position + " of " + end;
  }
}
