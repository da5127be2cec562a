package io.lakebeam.pile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the words of a text are and hold, as {@link TextQuality} defines it. */
final class WordMarks {
  private static final String BULLETS = "•‣◦▪-*";
  private static final List<String> STOP_WORDS =
      List.of("the", "be", "to", "of", "and", "that", "have", "with");
  private static final int LONGEST_STOP_WORD = 4;

  private final Set<String> stopWords = new HashSet<>();
  private long alphabetic;
  private long hashes;
  private long ellipses;
  private long bulletLines;
  private long ellipsisLines;
  private boolean endsWithEllipsis;

  /** Takes the word where it stands. */
  void add(TextWords words) {
    alphabetic += words.hasLetter() ? 1 : 0;
    hashes += words.occurrences('#');
    ellipses += words.ellipses();
    if (words.characters() <= LONGEST_STOP_WORD) {
      addStopWord(words.word());
    }
    if (words.begins(1)) {
      end();
      bulletLines += words.startsWithOneOf(BULLETS) ? 1 : 0;
    }
    endsWithEllipsis = words.endsWithEllipsis();
  }

  /** Ends the last line, behind the last word. */
  void end() {
    ellipsisLines += endsWithEllipsis ? 1 : 0;
  }

  private void addStopWord(String word) {
    char first = word.charAt(0);
    String lower = first >= 'A' && first <= 'Z' ? (char) (first | 0x20) + word.substring(1) : word;
    if (STOP_WORDS.contains(lower)) {
      stopWords.add(lower);
    }
  }

  /** Words with a letter. */
  long alphabetic() {
    return alphabetic;
  }

  long hashes() {
    return hashes;
  }

  long ellipses() {
    return ellipses;
  }

  /** Lines that begin with a bullet. */
  long bulletLines() {
    return bulletLines;
  }

  /** Lines that end with an ellipsis. */
  long ellipsisLines() {
    return ellipsisLines;
  }

  /** How many different stop words there are. */
  int stopWords() {
    return stopWords.size();
  }
}
