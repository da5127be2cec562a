package io.lakebeam.pile;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which texts are dropped: the rules are asked in their order, and the first to drop one counts.
 */
@AutoValue
public abstract class Rules implements Serializable {
  /**
   * @param minLength texts of no more code points are {@code too_short}
   * @param phrases texts that hold one of them are dropped as {@code contains}; none is empty
   * @param ignoreCase whether the case of the phrases' letters does not matter
   */
  public static Rules of(long minLength, List<String> phrases, boolean ignoreCase) {
    return new AutoValue_Rules(minLength, List.copyOf(phrases), ignoreCase, Quality.NONE);
  }

  /** The same, and then those of quality. */
  public Rules and(Quality quality) {
    return new AutoValue_Rules(minLength(), phrases(), ignoreCase(), quality);
  }

  abstract long minLength();

  abstract List<String> phrases();

  abstract boolean ignoreCase();

  abstract Quality quality();

  /** The rules in their order, for one thread. */
  List<Rule> inOrder() {
    List<Rule> rules = new ArrayList<>();
    rules.add(new TooShort(minLength()));
    rules.add(new Contains(phrases(), ignoreCase()));
    if (quality() == Quality.GOPHER) {
      for (QualityMeasure measure : QualityMeasure.values()) {
        rules.add(new QualityRule(measure));
      }
    }
    return rules;
  }
}
