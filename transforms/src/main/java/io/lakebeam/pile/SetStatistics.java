package io.lakebeam.pile;

import io.lakebeam.lake.Partition;
import io.lakebeam.write.Measures;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the documents: counts by set, and samples of what each rule dropped.
 *
 * <p>The {@value #MOST_SETS} sets that come first by name are counted one by one, all further ones
 * together, so that names by the million take no more memory. Which ones these are does not depend
 * on the order of addition: a name that is among the first of all is among the first of every part.
 */
final class SetStatistics implements Measures, DocumentListener {
  private static final long serialVersionUID = 1;

  static final int MOST_SETS = 10_000;

  private final TreeMap<String, SetCounts> sets = new TreeMap<>();
  private final SetCounts others = new SetCounts();
  private final Map<String, DropSamples> samples = new TreeMap<>();

  @Override
  public void keep(Document document) {
    counts(document).keep(document.getCharacters());
  }

  @Override
  public void drop(String rule, Document document, int at) {
    counts(document).drop(rule, document.getCharacters());
    samples(rule).add(document, at);
  }

  @Override
  public void mask(PersonalData kind, Document document) {
    counts(document).mask(kind.code());
  }

  /** One that was counted as kept is dropped after all. */
  void dropKept(String rule, Document document) {
    counts(document).dropKept(rule, document.getCharacters());
    samples(rule).add(document, 0);
  }

  private SetCounts counts(Document document) {
    return counts(name(document.getSetName()));
  }

  /** The name of a set in the report: that of no set is what its directory is called. */
  private static String name(@Nullable String setName) {
    return setName == null ? Partition.NULL_VALUE : setName;
  }

  private SetCounts counts(String name) {
    SetCounts counts = sets.get(name);
    if (counts != null) {
      return counts;
    }
    if (sets.size() == MOST_SETS && name.compareTo(sets.lastKey()) > 0) {
      return others;
    }
    SetCounts added = new SetCounts();
    sets.put(name, added);
    if (sets.size() > MOST_SETS) {
      others.add(sets.pollLastEntry().getValue());
    }
    return added;
  }

  private DropSamples samples(String rule) {
    return samples.computeIfAbsent(rule, absent -> new DropSamples());
  }

  @Override
  public SetStatistics plus(Measures other) {
    SetStatistics sum = new SetStatistics();
    sum.add(this);
    sum.add((SetStatistics) other);
    return sum;
  }

  private void add(SetStatistics other) {
    other.sets.forEach((name, counts) -> counts(name).add(counts));
    others.add(other.others);
    other.samples.forEach((rule, dropped) -> samples(rule).add(dropped));
  }

  /** By name. */
  NavigableMap<String, SetCounts> sets() {
    return Collections.unmodifiableNavigableMap(sets);
  }

  /** Those of all sets that are not among {@link #sets}. */
  SetCounts others() {
    return others;
  }

  /** By rule. */
  Map<String, DropSamples> samples() {
    return Collections.unmodifiableMap(samples);
  }
}
