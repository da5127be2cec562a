package io.lakebeam.pile;

import io.lakebeam.lake.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drops texts that contain one of some phrases. Bytes are compared: in UTF-8 a phrase is found at
 * no place where it does not stand as text.
 */
final class Contains implements Rule {
  static final String NAME = "contains";

  private final List<Phrase> phrases = new ArrayList<>();
  private final @Nullable CaseFolded folded;

  /**
   * @param ignoreCase whether letters are compared as {@link CaseFolded} folds them
   */
  Contains(List<String> phrases, boolean ignoreCase) {
    folded = ignoreCase ? new CaseFolded() : null;
    for (String phrase : phrases) {
      byte[] bytes = phrase.getBytes(StandardCharsets.UTF_8);
      this.phrases.add(new Phrase(ignoreCase ? CaseFolded.of(bytes) : bytes));
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int find(Document document) {
    Utf8Text text = document.getText();
    if (folded == null) {
      return find(text.bytes(), text.from(), text.to());
    }
    folded.set(text.bytes(), text.from(), text.to());
    return Math.min(find(folded.bytes(), 0, folded.length()), text.length());
  }

  private int find(byte[] bytes, int from, int to) {
    for (Phrase phrase : phrases) {
      int found = phrase.indexIn(bytes, from, to);
      if (found >= 0) {
        return found - from;
      }
    }
    return KEEP;
  }
}
