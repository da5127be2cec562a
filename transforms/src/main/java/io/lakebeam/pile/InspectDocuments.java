package io.lakebeam.pile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Check;
import io.lakebeam.publish.Companion;
import io.lakebeam.publish.Inspection;
import io.lakebeam.write.Measures;
import io.lakebeam.write.Tally;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells, in the run report, what became of the documents of each set ({@code sets}), and, in {@code
 * samples/<run id>/<rule>.jsonl} beside it, shows what each rule dropped. Checks that the counts by
 * set add up to those of the run.
 */
public final class InspectDocuments implements Inspection {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CHARACTERS = "_characters";
  private static final List<String> ALWAYS_TOLD =
      List.of(TooShort.NAME, Contains.NAME, KeepFirst.DUPLICATE);

  @Override
  public List<Check> checks(Tally tally) {
    SetStatistics statistics = statistics(tally);
    SetCounts sum = new SetCounts();
    statistics.sets().values().forEach(sum::add);
    sum.add(statistics.others());
    return List.of(
        Check.ofQuality(
            "kept and filtered by set = kept and filtered",
            sum.kept() == tally.kept() && sum.droppedBy().equals(tally.filteredBy()),
            sum.kept() + " and " + sum.droppedBy()));
  }

  @Override
  public Map<String, Object> findings(Tally tally) {
    SetStatistics statistics = statistics(tally);
    Map<String, Object> sets = new TreeMap<>();
    statistics.sets().forEach((name, counts) -> sets.put(name, told(counts)));
    Map<String, Object> findings = new TreeMap<>();
    findings.put("sets", sets);
    if (statistics.sets().size() == SetStatistics.MOST_SETS) {
      findings.put("other_sets", told(statistics.others()));
    }
    return findings;
  }

  private static ObjectNode told(SetCounts counts) {
    ObjectNode told = JSON.createObjectNode();
    told.put("kept", counts.kept());
    told.put("kept" + CHARACTERS, counts.keptCharacters());
    Set<String> rules = new LinkedHashSet<>(ALWAYS_TOLD);
    rules.addAll(counts.droppedBy().keySet());
    for (String rule : rules) {
      told.put(rule, counts.droppedBy().getOrDefault(rule, 0L));
      told.put(rule + CHARACTERS, counts.droppedCharactersBy().getOrDefault(rule, 0L));
    }
    counts.masked().forEach((kind, count) -> told.put("masked_" + kind, count));
    return told;
  }

  @Override
  public List<Companion> companions(Run run, Tally tally) {
    List<Companion> companions = new ArrayList<>();
    statistics(tally)
        .samples()
        .forEach(
            (rule, samples) ->
                companions.add(
                    Companion.besideReport(
                        "samples/" + run.runId() + "/" + rule + ".jsonl",
                        "application/x-ndjson",
                        lines(samples))));
    return companions;
  }

  private static String lines(DropSamples samples) {
    StringBuilder lines = new StringBuilder();
    for (DropSample sample : samples.samples()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("set_name", sample.setName());
      line.put("characters", sample.characters());
      line.put("excerpt", sample.excerpt());
      lines.append(line).append('\n');
    }
    return lines.toString();
  }

  private static SetStatistics statistics(Tally tally) {
    @Nullable Measures measures = tally.measures();
    return measures == null ? new SetStatistics() : (SetStatistics) measures;
  }
}
