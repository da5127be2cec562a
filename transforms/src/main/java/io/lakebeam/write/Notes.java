package io.lakebeam.write;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists of the run report that are the families' own, by name. */
final class Notes implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, List<Map<String, Object>>> lists = new TreeMap<>();

  void add(String list, Map<String, Object> entry) {
    list(list).add(new TreeMap<>(entry));
  }

  void addAll(Notes other) {
    other.lists.forEach((name, entries) -> list(name).addAll(entries));
  }

  private List<Map<String, Object>> list(String name) {
    return lists.computeIfAbsent(name, absent -> new ArrayList<>());
  }

  /** Each list sorted, so that no order of arrival shows. */
  Map<String, List<Map<String, Object>>> sorted() {
    Map<String, List<Map<String, Object>>> sorted = new TreeMap<>();
    lists.forEach(
        (name, entries) -> {
          List<Map<String, Object>> copy = new ArrayList<>(entries);
          copy.sort(Comparator.comparing(Map::toString));
          sorted.put(name, copy);
        });
    return sorted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Notes && lists.equals(((Notes) other).lists);
  }

  @Override
  public int hashCode() {
    return lists.hashCode();
  }
}
