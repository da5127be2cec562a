package io.lakebeam.pile;

import java.util.Locale;

/**
 * What the Gopher rules measure of a text, and between which bounds, both included, it must lie:
 * Rae et al., Scaling Language Models: Methods, Analysis and Insights from Training Gopher
 * (arXiv:2112.11446), section A.1.1 and table A1. What the paper leaves open is said in {@link
 * TextQuality}.
 */
enum QualityMeasure {
  WORD_COUNT(50, 100_000),
  MEAN_WORD_LENGTH(3, 10),
  HASH_RATIO(0, 0.1),
  ELLIPSIS_RATIO(0, 0.1),
  BULLET_LINE_RATIO(0, 0.9),
  ELLIPSIS_LINE_RATIO(0, 0.3),
  ALPHABETIC_WORD_RATIO(0.8, 1),
  STOP_WORD_COUNT(2, 8),
  DUPLICATE_LINE_RATIO(0, 0.3),
  DUPLICATE_PARAGRAPH_RATIO(0, 0.3),
  DUPLICATE_LINE_CHARACTER_RATIO(0, 0.2),
  DUPLICATE_PARAGRAPH_CHARACTER_RATIO(0, 0.2),
  TOP_2_GRAM_CHARACTER_RATIO(0, 0.2),
  TOP_3_GRAM_CHARACTER_RATIO(0, 0.18),
  TOP_4_GRAM_CHARACTER_RATIO(0, 0.16),
  DUPLICATE_5_GRAM_CHARACTER_RATIO(0, 0.15),
  DUPLICATE_6_GRAM_CHARACTER_RATIO(0, 0.14),
  DUPLICATE_7_GRAM_CHARACTER_RATIO(0, 0.13),
  DUPLICATE_8_GRAM_CHARACTER_RATIO(0, 0.12),
  DUPLICATE_9_GRAM_CHARACTER_RATIO(0, 0.11),
  DUPLICATE_10_GRAM_CHARACTER_RATIO(0, 0.1);

  private final double least;
  private final double most;

  QualityMeasure(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /**
   * The measure of n-grams, n from 2 to 10: of the most frequent one up to 4, else of duplicates.
   */
  static QualityMeasure ofNgrams(int n) {
    return values()[TOP_2_GRAM_CHARACTER_RATIO.ordinal() + n - 2];
  }

  /** The column's name. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of the rule that drops texts by it. */
  String rule() {
    return "gopher_" + column();
  }

  /** Whether it is a number of words, and no ratio. */
  boolean isCount() {
    return this == WORD_COUNT || this == STOP_WORD_COUNT;
  }

  boolean isOfNgrams() {
    return compareTo(TOP_2_GRAM_CHARACTER_RATIO) >= 0;
  }

  boolean allows(double value) {
    return value >= least && value <= most;
  }
}
