package io.lakebeam.pile;

/** Is told what becomes of the documents that are read. */
interface DocumentListener {
  /** Lets all pass unheard. */
  DocumentListener NONE = new DocumentListener() {};

  default void keep(Document document) {}

  /**
   * A rule drops one.
   *
   * @param at where in the text the reason is to be seen, in bytes from its beginning
   */
  default void drop(String rule, Document document, int at) {}

  /** Something was masked in the document. */
  default void mask(PersonalData kind, Document document) {}
}
