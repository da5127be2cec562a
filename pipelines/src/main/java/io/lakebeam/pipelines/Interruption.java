package io.lakebeam.pipelines;

import io.lakebeam.publish.TableSession;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Ctrl-C, or a scheduler's SIGTERM, in the middle of a run's work: says what that means, and gives
 * the table back. Watched for until closed.
 */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /**
   * @param said in a line
   */
  static Interruption watch(TableSession session, String said, PrintStream err) {
    Thread hook = new Thread(() -> end(session, said, err));
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  private static void end(TableSession session, String said, PrintStream err) {
    err.printf("%ninterrupted: %s%n", said);
    try {
      session.close();
    } catch (IOException e) {
      err.println("the table's lock could not be released: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
