package io.lakebeam.pipelines;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How much the libraries log: nothing, since a failure is told in one line, or everything that
 * matters with {@code --verbose}. Must be set before the first logger is made: log4j2.properties
 * reads the system property then.
 */
final class Logs {
  static final String LEVEL = "lakebeam.log.level";

  private Logs() {}

  static void show(boolean verbose) {
    System.setProperty(LEVEL, verbose ? "info" : "off");
    // Some of the cloud libraries log there.
    Logger.getLogger("").setLevel(verbose ? Level.INFO : Level.OFF);
  }
}
