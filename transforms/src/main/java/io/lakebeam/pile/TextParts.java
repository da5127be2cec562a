package io.lakebeam.pile;

/** The lines of a text, or its paragraphs: how many there are, and how much equals earlier ones. */
final class TextParts {
  private final int lineBreaks;
  private final HashCounts seen = new HashCounts();
  private long hash;
  private long characters;
  private long count;
  private long repeated;
  private long repeatedCharacters;

  /**
   * @param lineBreaks that part them, or more: one parts lines, two part paragraphs
   */
  TextParts(int lineBreaks) {
    this.lineBreaks = lineBreaks;
  }

  /** Takes the word where it stands. */
  void add(TextWords words) {
    if (words.begins(lineBreaks)) {
      end();
    }
    // Paragraphs differ if their lines do.
    hash = TextWords.chained(hash, words.hash() + (words.begins(1) ? 1 : 0));
    characters += words.characters();
  }

  /** Ends the last one, behind the last word. */
  void end() {
    if (characters == 0) {
      return;
    }
    count++;
    if (seen.add(hash) > 1) {
      repeated++;
      repeatedCharacters += characters;
    }
    hash = 0;
    characters = 0;
  }

  long count() {
    return count;
  }

  /** How many equal an earlier one. */
  long repeated() {
    return repeated;
  }

  long repeatedCharacters() {
    return repeatedCharacters;
  }
}
