package io.lakebeam.pile;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How many documents and characters of one set were kept and dropped. */
final class SetCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private final Map<String, Long> droppedBy = new TreeMap<>();
  private final Map<String, Long> droppedCharactersBy = new TreeMap<>();
  private final Map<String, Long> masked = new TreeMap<>();
  private long kept;
  private long keptCharacters;

  void keep(long characters) {
    kept++;
    keptCharacters += characters;
  }

  void drop(String rule, long characters) {
    droppedBy.merge(rule, 1L, Long::sum);
    droppedCharactersBy.merge(rule, characters, Long::sum);
  }

  /** Something of that kind was masked in a document, kept or dropped. */
  void mask(String kind) {
    masked.merge(kind, 1L, Long::sum);
  }

  /** One that was counted as kept is dropped after all. */
  void dropKept(String rule, long characters) {
    kept--;
    keptCharacters -= characters;
    drop(rule, characters);
  }

  void add(SetCounts other) {
    other.droppedBy.forEach((rule, documents) -> droppedBy.merge(rule, documents, Long::sum));
    other.droppedCharactersBy.forEach(
        (rule, characters) -> droppedCharactersBy.merge(rule, characters, Long::sum));
    other.masked.forEach((kind, count) -> masked.merge(kind, count, Long::sum));
    kept += other.kept;
    keptCharacters += other.keptCharacters;
  }

  long kept() {
    return kept;
  }

  /** Code points of the documents that were kept. */
  long keptCharacters() {
    return keptCharacters;
  }

  /** Documents by the name of the rule; without rules that dropped none. */
  Map<String, Long> droppedBy() {
    return Collections.unmodifiableMap(droppedBy);
  }

  /** Code points by the name of the rule, of the same rules. */
  Map<String, Long> droppedCharactersBy() {
    return Collections.unmodifiableMap(droppedCharactersBy);
  }

  /** How often something of a kind was masked, in documents kept and dropped. */
  Map<String, Long> masked() {
    return Collections.unmodifiableMap(masked);
  }
}
