package io.lakebeam.pile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Measures a text as the Gopher rules ask, each value in the column of a {@link QualityMeasure}.
 *
 * <p>A word is a run of characters that are not white space, a line or a paragraph is the sequence
 * of its words: lines end with a line feed, paragraphs with a line that has no words; only those
 * with words count. Characters are code points of words. Where there is nothing to divide by, a
 * ratio is 0.
 *
 * <ul>
 *   <li>Ratios of symbols are the number of {@code #}, or of {@code ...} and {@code …}, by words.
 *   <li>A line has a bullet if it begins with one of {@code • ‣ ◦ ▪ - *}, and an ellipsis if it
 *       ends with one.
 *   <li>A stop word stands alone, in lower case or with a capital: the, be, to, of, and, that,
 *       have, with; each counts once.
 *   <li>A duplicate line or paragraph equals an earlier one. An n-gram is a duplicate if it occurs
 *       twice, and all of its occurrences count; characters of overlapping ones count once. Of the
 *       most frequent n-grams the first counts, if it occurs twice.
 * </ul>
 */
final class TextQuality {
  private static final String BULLETS = "•‣◦▪-*";
  private static final List<String> STOP_WORDS =
      List.of("the", "be", "to", "of", "and", "that", "have", "with");
  private static final int LONGEST_STOP_WORD = 4;

  private final TextWords words = new TextWords();
  private final double[] values = new double[QualityMeasure.values().length];

  /** Measures another text. */
  void measure(String text) {
    words.set(text);
    measureWords();
    measureSymbols(text);
    measureLines();
    measureRepeated(
        1, QualityMeasure.DUPLICATE_LINE_RATIO, QualityMeasure.DUPLICATE_LINE_CHARACTER_RATIO);
    measureRepeated(
        2,
        QualityMeasure.DUPLICATE_PARAGRAPH_RATIO,
        QualityMeasure.DUPLICATE_PARAGRAPH_CHARACTER_RATIO);
    RepeatedNgrams ngrams = new RepeatedNgrams(words);
    for (int n = 2; n <= RepeatedNgrams.LONGEST; n++) {
      set(QualityMeasure.ofNgrams(n), ngrams.nextCharacters(), words.allCharacters());
    }
  }

  double value(QualityMeasure measure) {
    return values[measure.ordinal()];
  }

  private void measureWords() {
    long alphabetic = 0;
    Set<String> stopWords = new HashSet<>();
    for (int word = 0; word < words.count(); word++) {
      alphabetic += words.hasLetter(word) ? 1 : 0;
      if (words.characters(word) <= LONGEST_STOP_WORD) {
        addStopWord(words.word(word), stopWords);
      }
    }
    values[QualityMeasure.WORD_COUNT.ordinal()] = words.count();
    values[QualityMeasure.STOP_WORD_COUNT.ordinal()] = stopWords.size();
    set(QualityMeasure.MEAN_WORD_LENGTH, words.allCharacters(), words.count());
    set(QualityMeasure.ALPHABETIC_WORD_RATIO, alphabetic, words.count());
  }

  private static void addStopWord(String word, Set<String> stopWords) {
    char first = word.charAt(0);
    String lower = first >= 'A' && first <= 'Z' ? (char) (first | 0x20) + word.substring(1) : word;
    if (STOP_WORDS.contains(lower)) {
      stopWords.add(lower);
    }
  }

  private void measureSymbols(String text) {
    long hashes = 0;
    long ellipses = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hashes += c == '#' ? 1 : 0;
      if (c == '…') {
        ellipses++;
      } else if (c == '.' && text.startsWith("...", i)) {
        ellipses++;
        i += 2;
      }
    }
    set(QualityMeasure.HASH_RATIO, hashes, words.count());
    set(QualityMeasure.ELLIPSIS_RATIO, ellipses, words.count());
  }

  private void measureLines() {
    long lines = 0;
    long bullets = 0;
    long ellipses = 0;
    for (int word = 0; word < words.count(); word++) {
      if (words.begins(word, 1)) {
        lines++;
        bullets += words.startsWithOneOf(word, BULLETS) ? 1 : 0;
      }
      boolean last = word + 1 == words.count() || words.begins(word + 1, 1);
      ellipses += last && (words.endsWith(word, "...") || words.endsWith(word, "…")) ? 1 : 0;
    }
    set(QualityMeasure.BULLET_LINE_RATIO, bullets, lines);
    set(QualityMeasure.ELLIPSIS_LINE_RATIO, ellipses, lines);
  }

  /** Lines, which one line feed parts, or paragraphs, which two part. */
  private void measureRepeated(int lineBreaks, QualityMeasure ratio, QualityMeasure ofCharacters) {
    Set<Long> seen = new HashSet<>();
    long all = 0;
    long repeated = 0;
    long repeatedCharacters = 0;
    int word = 0;
    while (word < words.count()) {
      long hash = 0;
      long characters = 0;
      do {
        // Paragraphs differ if their lines do.
        hash = TextWords.chained(hash, words.hash(word) + (words.begins(word, 1) ? 1 : 0));
        characters += words.characters(word++);
      } while (word < words.count() && !words.begins(word, lineBreaks));
      all++;
      if (!seen.add(hash)) {
        repeated++;
        repeatedCharacters += characters;
      }
    }
    set(ratio, repeated, all);
    set(ofCharacters, repeatedCharacters, words.allCharacters());
  }

  private void set(QualityMeasure measure, long part, long whole) {
    values[measure.ordinal()] = whole == 0 ? 0 : (double) part / whole;
  }
}
