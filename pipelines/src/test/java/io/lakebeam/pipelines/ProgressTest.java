package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.Progress.Reading;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicReference<Reading> reading = new AtomicReference<>(new Reading(0, 0, 0));

  @Test
  void showsRecordsRejectsRateAndElapsed() {
    assertThat(new Reading(1_234_567, 12, 0).line(63))
        .isEqualTo("1,234,567 records, 12 rejected, 19,596 records/s, 1:03");
    assertThat(new Reading(5, 0, 0).line(0)).isEqualTo("5 records, 0 rejected, 5 records/s, 0:00");
  }

  @Test
  void showsBothReadingsWhereThereAreTwo() {
    assertThat(new Reading(500, 0, 1_500).line(10))
        .isEqualTo("500 records, 0 rejected, 1,500 read ahead, 200 records/s, 0:10");
  }

  @Test
  void rewritesOneLineOnATerminal() {
    try (Progress progress = start(true)) {
      reading.set(new Reading(1_000_000, 0, 0));
      progress.show();
      nanos.set(TimeUnit.SECONDS.toNanos(1_000));
      reading.set(new Reading(5, 0, 0));
      progress.show();
    }

    String last = "5 records, 0 rejected, 0 records/s, 16:40";
    String first = "1,000,000 records, 0 rejected, 1,000,000 records/s, 0:00";
    assertThat(text())
        .isEqualTo(
            "\r"
                + first
                + "\r"
                + last
                + " ".repeat(first.length() - last.length())
                + "\r"
                + last
                + "\n");
  }

  @Test
  void writesWholeLinesWithoutATerminal() {
    try (Progress progress = start(false)) {
      progress.show();
      progress.show();
    }

    assertThat(text().lines()).hasSize(2);
    assertThat(text()).doesNotContain("\r");
  }

  @Test
  void saysALineThatStaysInPlaceOfTheOneThatIsRewritten() {
    try (Progress progress = start(true)) {
      progress.show();
      progress.say("something happened");
      progress.show();
    }

    String line = "0 records, 0 rejected, 0 records/s, 0:00";
    assertThat(text())
        .isEqualTo(
            "\r"
                + line
                + "\r"
                + " ".repeat(line.length())
                + "\rsomething happened\n\r"
                + line
                + "\r"
                + line
                + "\n");
  }

  @Test
  void showsNothingOfWorkThatEndsAtOnce() {
    start(true).close();

    assertThat(text()).isEmpty();
  }

  @Test
  void showsNothingOnceClosed() {
    Progress progress = start(true);
    progress.show();
    progress.close();
    String text = text();
    progress.show();
    progress.close();

    assertThat(text()).isEqualTo(text);
  }

  @Test
  void showsByItselfOnADaemonThreadUntilClosed() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);
    AtomicReference<Thread> thread = new AtomicReference<>();
    Progress progress =
        Progress.start(
            () -> {
              thread.set(Thread.currentThread());
              twice.countDown();
              return reading.get();
            },
            out,
            false,
            nanos::get,
            Duration.ofMillis(1));

    assertThat(twice.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(thread.get().isDaemon()).isTrue();
    progress.close();
    thread.get().join(60_000);
    assertThat(thread.get().isAlive()).isFalse();
  }

  private Progress start(boolean terminal) {
    return Progress.start(reading::get, out, terminal, nanos::get, NEVER);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
