package io.lakebeam.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.RunReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of the documents of each set, as a table in Markdown. */
final class PileSummary {
  private static final String KEPT = "kept";
  private static final String CHARACTERS = "_characters";

  /** Names as they are shown, which several sets can share. */
  private final List<String> names = new ArrayList<>();

  private final List<JsonNode> sets = new ArrayList<>();

  /** How a set's row shows what the report tells of it. */
  private interface Cell {
    long of(JsonNode set);
  }

  private PileSummary(JsonNode report) {
    report.get("sets").fields().forEachRemaining(set -> add(escaped(set.getKey()), set.getValue()));
    if (report.has("other_sets")) {
      add("*further sets*", report.get("other_sets"));
    }
  }

  private void add(String name, JsonNode set) {
    names.add(name);
    sets.add(set);
  }

  /** The table of a run that was published: a line a set, then the sum of all. */
  static String of(Run run) throws IOException {
    return new PileSummary(
            RunReport.read(run)
                .orElseThrow(() -> new IllegalStateException("no report at " + run.report())))
        .text();
  }

  private String text() {
    Map<String, Cell> columns = columns();
    StringBuilder text = new StringBuilder();
    addLine(text, "set", columns.keySet());
    text.append("|---|").append("--:|".repeat(columns.size())).append('\n');
    for (int i = 0; i < sets.size(); i++) {
      addLine(text, names.get(i), numbers(columns, List.of(sets.get(i))));
    }
    addLine(text, "**all**", numbers(columns, sets));
    return text.toString();
  }

  private Map<String, Cell> columns() {
    Set<String> rules = new LinkedHashSet<>();
    sets.forEach(set -> set.fieldNames().forEachRemaining(rules::add));
    rules.removeIf(name -> name.equals(KEPT) || name.endsWith(CHARACTERS));
    Map<String, Cell> columns = new LinkedHashMap<>();
    columns.put("kept", set -> number(set, KEPT));
    rules.forEach(rule -> columns.put(rule.replace('_', ' '), set -> number(set, rule)));
    columns.put("kept characters", set -> number(set, KEPT + CHARACTERS));
    columns.put(
        "dropped characters",
        set -> rules.stream().mapToLong(rule -> number(set, rule + CHARACTERS)).sum());
    return columns;
  }

  private static long number(JsonNode set, String name) {
    return set.path(name).asLong();
  }

  private static List<String> numbers(Map<String, Cell> columns, Collection<JsonNode> sets) {
    return columns.values().stream()
        .map(cell -> String.format(Locale.ROOT, "%,d", sets.stream().mapToLong(cell::of).sum()))
        .collect(Collectors.toList());
  }

  private static void addLine(StringBuilder text, String first, Collection<String> others) {
    text.append("| ").append(first).append(" | ").append(String.join(" | ", others)).append(" |\n");
  }

  /** A name that neither ends its cell nor is taken for markup. */
  private static String escaped(String name) {
    return name.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\|*_`<\\[])", "\\\\$1");
  }
}
