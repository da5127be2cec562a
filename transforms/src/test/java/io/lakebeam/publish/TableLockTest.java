package io.lakebeam.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.testing.CrashingFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableLockTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path directory;

  @BeforeEach
  void registerFileSystems() {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    CrashingFileSystem.revive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "crash://"})
  void isHeldByOneRunAtATime(String scheme) throws IOException {
    String table = scheme + directory + "/table/";
    TableLock first = TableLock.acquire(table, "first", CLOCK);
    assertThatThrownBy(() -> TableLock.acquire(table, "second", CLOCK))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.TABLE_TAKEN));
    first.close();

    TableLock.acquire(table, "second", CLOCK).close();
    assertThat(filesLeft()).isZero();
  }

  @Test
  void aHeartbeatOlderThanAMinuteIsOfADeadRun() throws IOException {
    String table = "crash://" + directory + "/table/";
    TableLock.acquire(table, "dead", CLOCK);
    Clock inHalfAMinute = Clock.offset(CLOCK, Duration.ofSeconds(30));
    assertThatThrownBy(() -> TableLock.acquire(table, "second", inHalfAMinute))
        .isInstanceOf(LakeException.class);

    TableLock.acquire(table, "third", Clock.offset(CLOCK, Duration.ofSeconds(61))).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "crash://"})
  void neverTwoHoldItAndNeverNone(String scheme) throws Exception {
    String table = scheme + directory + "/table/";
    ExecutorService threads = Executors.newFixedThreadPool(8);
    AtomicInteger holding = new AtomicInteger();
    for (int round = 0; round < 5; round++) {
      List<Future<Boolean>> attempts = new ArrayList<>();
      for (int run = 0; run < 8; run++) {
        String runId = "run-" + round + "-" + run;
        attempts.add(threads.submit(() -> holdsForAMoment(table, runId, holding)));
      }
      int held = 0;
      for (Future<Boolean> attempt : attempts) {
        held += attempt.get(2, TimeUnit.MINUTES) ? 1 : 0;
      }
      assertThat(held).as("round %d", round).isPositive();
    }
    threads.shutdown();
  }

  private static boolean holdsForAMoment(String table, String runId, AtomicInteger holding)
      throws Exception {
    try (TableLock lock = TableLock.acquire(table, runId, CLOCK)) {
      assertThat(lock).isNotNull();
      assertThat(holding.incrementAndGet()).isEqualTo(1);
      Thread.sleep(100);
      holding.decrementAndGet();
      return true;
    } catch (LakeException taken) {
      assertThat(taken.exitCode()).isEqualTo(ExitCode.TABLE_TAKEN);
      return false;
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    assertThatThrownBy(() -> TableLock.acquire(file + "/lake/table/", "run", CLOCK))
        .isInstanceOfSatisfying(
            LakeException.class,
            e -> {
              assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE);
              assertThat(e).hasMessageContaining(file + "/lake/table");
            });
  }

  private long filesLeft() throws IOException {
    try (var paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }
}
