package io.lakebeam.pipelines;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows how far long work is: on a terminal one line that is rewritten, else a line every so often.
 * Runs on a daemon thread from {@link #start} until {@link #close}, which leaves the cursor at the
 * start of a line. Work that ends before the first interval shows nothing.
 */
final class Progress implements AutoCloseable {
  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(30);

  private final Supplier<? extends Line> readings;
  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private final ScheduledExecutorService thread;

  /** Length of the line that stands on the terminal. */
  private int shown;

  private boolean closed;

  private Progress(
      Supplier<? extends Line> readings, PrintStream out, boolean terminal, LongSupplier nanoTime) {
    this.readings = readings;
    this.out = out;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, "lakebeam-progress");
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /** What is known of the work so far; called about as often as a line is written. */
  static Progress start(Supplier<? extends Line> readings, PrintStream out) {
    boolean terminal = System.console() != null;
    return start(readings, out, terminal, System::nanoTime, terminal ? ON_TERMINAL : IN_LOG);
  }

  /**
   * @param nanoTime the clock, as {@link System#nanoTime}
   */
  static Progress start(
      Supplier<? extends Line> readings,
      PrintStream out,
      boolean terminal,
      LongSupplier nanoTime,
      Duration interval) {
    Progress progress = new Progress(readings, out, terminal, nanoTime);
    long nanos = interval.toNanos();
    progress.thread.scheduleWithFixedDelay(progress::show, nanos, nanos, TimeUnit.NANOSECONDS);
    return progress;
  }

  /** Writes the line now; nothing once closed, for which the daemon may have waited. */
  synchronized void show() {
    if (closed) {
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - startedAt);
    String line = readings.get().line(seconds);
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
      out.flush();
      shown = line.length();
    } else {
      out.println(line);
    }
  }

  /** Writes a line that stays. */
  synchronized void say(String line) {
    if (shown > 0) {
      out.print("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
    out.println(line);
  }

  @Override
  public synchronized void close() {
    thread.shutdownNow();
    if (shown > 0) {
      show();
      out.println();
      shown = 0;
    }
    closed = true;
  }

  /** What is known of the work at one moment. */
  interface Line {
    /**
     * In words.
     *
     * @param seconds since the work began
     */
    String line(long seconds);
  }

  /** Counts at one moment. */
  static final class Reading implements Line {
    private final long records;
    private final long rejected;
    private final long readAhead;

    /**
     * @param readAhead records that were read a first time, and are to be read once more
     */
    Reading(long records, long rejected, long readAhead) {
      this.records = records;
      this.rejected = rejected;
      this.readAhead = readAhead;
    }

    /**
     * For example {@code 1,234,567 records, 12 rejected, 411,522 records/s, 0:03}; where files are
     * read twice, {@code 0 records, 0 rejected, 1,234,567 read ahead, 411,522 records/s, 0:03}.
     */
    @Override
    public String line(long seconds) {
      return String.format(
          Locale.ROOT,
          "%,d records, %,d rejected, %s%,d records/s, %d:%02d",
          records,
          rejected,
          readAhead == 0 ? "" : String.format(Locale.ROOT, "%,d read ahead, ", readAhead),
          (records + readAhead) / Math.max(1, seconds),
          seconds / 60,
          seconds % 60);
    }
  }
}
