package io.lakebeam.pile.download;

/** What arrived is not what it should be, and to go on reading it is of no use. */
final class BadBody extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadBody(String message) {
    super(message);
  }
}
