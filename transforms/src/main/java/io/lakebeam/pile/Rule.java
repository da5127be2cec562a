package io.lakebeam.pile;

/** A reason to drop a text. Holds buffers, so an object of it serves one thread. */
interface Rule {
  /** What {@link #find} gives for a text that is kept. */
  int KEEP = -1;

  /** What the run report calls it, such as {@code too_short}. */
  String name();

  /**
   * Looks for the reason in a text.
   *
   * @return where it is to be seen, in bytes from the beginning of the text; else {@link #KEEP}
   */
  int find(Document document);
}
