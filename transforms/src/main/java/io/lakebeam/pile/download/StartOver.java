package io.lakebeam.pile.download;

/**
 * What has arrived cannot be continued: another body comes now, or the rest of it cannot be had.
 */
final class StartOver extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartOver(String message) {
    super(message);
  }

  static StartOver changed() {
    return new StartOver("it has changed since");
  }
}
