package io.lakebeam.pile;

import io.lakebeam.lake.Utf8Text;

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
  private final TextWords words = new TextWords();
  private final double[] values = new double[QualityMeasure.values().length];
  private Utf8Text text = new Utf8Text();
  private boolean ngramsMeasured;

  /**
   * Measures another text, whose bytes must stay as they are: its n-grams are counted when they are
   * first asked for, since that takes memory by the word. Lines and paragraphs take it by the part
   * that differs from those before.
   */
  void measure(Utf8Text other) {
    text = other;
    ngramsMeasured = false;
    words.set(text);
    TextParts lines = new TextParts(1);
    TextParts paragraphs = new TextParts(2);
    WordMarks marks = new WordMarks();
    while (words.next()) {
      marks.add(words);
      lines.add(words);
      paragraphs.add(words);
    }
    lines.end();
    paragraphs.end();
    marks.end();
    setWords(marks);
    set(QualityMeasure.BULLET_LINE_RATIO, marks.bulletLines(), lines.count());
    set(QualityMeasure.ELLIPSIS_LINE_RATIO, marks.ellipsisLines(), lines.count());
    set(QualityMeasure.DUPLICATE_LINE_RATIO, lines.repeated(), lines.count());
    setCharacters(QualityMeasure.DUPLICATE_LINE_CHARACTER_RATIO, lines.repeatedCharacters());
    set(QualityMeasure.DUPLICATE_PARAGRAPH_RATIO, paragraphs.repeated(), paragraphs.count());
    setCharacters(
        QualityMeasure.DUPLICATE_PARAGRAPH_CHARACTER_RATIO, paragraphs.repeatedCharacters());
  }

  double value(QualityMeasure measure) {
    if (measure.isOfNgrams() && !ngramsMeasured) {
      measureNgrams();
      ngramsMeasured = true;
    }
    return values[measure.ordinal()];
  }

  private void measureNgrams() {
    RepeatedNgrams ngrams = new RepeatedNgrams(text, words.count());
    for (int n = 2; n <= RepeatedNgrams.LONGEST; n++) {
      setCharacters(QualityMeasure.ofNgrams(n), ngrams.nextCharacters());
    }
  }

  private void setWords(WordMarks marks) {
    values[QualityMeasure.WORD_COUNT.ordinal()] = words.count();
    values[QualityMeasure.STOP_WORD_COUNT.ordinal()] = marks.stopWords();
    set(QualityMeasure.MEAN_WORD_LENGTH, words.allCharacters(), words.count());
    set(QualityMeasure.ALPHABETIC_WORD_RATIO, marks.alphabetic(), words.count());
    set(QualityMeasure.HASH_RATIO, marks.hashes(), words.count());
    set(QualityMeasure.ELLIPSIS_RATIO, marks.ellipses(), words.count());
  }

  private void setCharacters(QualityMeasure measure, long characters) {
    set(measure, characters, words.allCharacters());
  }

  private void set(QualityMeasure measure, long part, long whole) {
    values[measure.ordinal()] = whole == 0 ? 0 : (double) part / whole;
  }
}
