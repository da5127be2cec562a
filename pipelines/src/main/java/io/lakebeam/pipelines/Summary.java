package io.lakebeam.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.RunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run did, in a few lines: its report, for a person. */
final class Summary {
  private static final Set<String> COMMON_LISTS = Set.of("inputs", "outputs", "checks");

  private final Run run;
  private final JsonNode report;

  private Summary(Run run, JsonNode report) {
    this.run = run;
    this.report = report;
  }

  /** The summary of a run that was published. */
  static Summary of(Run run) throws IOException {
    JsonNode report =
        RunReport.read(run)
            .orElseThrow(() -> new IllegalStateException("no report at " + run.report()));
    return new Summary(run, report);
  }

  void print(PrintStream out) {
    out.printf(Locale.ROOT, "%s %s: done in %s%n", run.pipeline(), run.runId(), elapsed());
    out.printf(Locale.ROOT, "  read      %,15d%n", counter("read"));
    out.printf(Locale.ROOT, "  kept      %,15d%n", counter("kept"));
    if (counter("filtered") > 0) {
      out.printf(
          Locale.ROOT, "  filtered  %,15d  %s%n", counter("filtered"), byName("filtered_by"));
    }
    if (counter("rejected") > 0) {
      out.printf(
          Locale.ROOT, "  rejected  %,15d  %s%n", counter("rejected"), byName("rejected_by"));
      out.printf(Locale.ROOT, "  %-25s  in %s%n", "", run.rejects());
    }
    out.printf(Locale.ROOT, "  written   %,15d  %s%n", counter("written"), outputs());
    notes().forEach((list, entries) -> out.printf(Locale.ROOT, "  %-25s  %s%n", list, entries));
    out.printf(Locale.ROOT, "  report    %s%n", run.report());
  }

  /** How long the lists are that a family added to the report. */
  private Map<String, Integer> notes() {
    Map<String, Integer> notes = new TreeMap<>();
    report
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isArray() && !COMMON_LISTS.contains(field.getKey())) {
                notes.put(field.getKey(), field.getValue().size());
              }
            });
    return notes;
  }

  private String elapsed() {
    Duration elapsed =
        Duration.between(
            Instant.parse(report.get("started_at").textValue()),
            Instant.parse(report.get("ended_at").textValue()));
    return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
  }

  private long counter(String name) {
    return report.get("counters").get(name).longValue();
  }

  private String byName(String field) {
    List<String> counts = new ArrayList<>();
    report
        .get(field)
        .fields()
        .forEachRemaining(count -> counts.add(count.getKey() + " " + count.getValue()));
    return String.join(", ", counts);
  }

  private String outputs() {
    long files = 0;
    long bytes = 0;
    for (JsonNode output : report.get("outputs")) {
      files += output.get("files").longValue();
      bytes += output.get("bytes").longValue();
    }
    int places = report.get("outputs").size();
    return String.format(
        Locale.ROOT,
        "rows in %,d file%s%s, %,d bytes, in %s",
        files,
        files == 1 ? "" : "s",
        places > 1 ? String.format(Locale.ROOT, " of %,d partitions", places) : "",
        bytes,
        run.output());
  }
}
