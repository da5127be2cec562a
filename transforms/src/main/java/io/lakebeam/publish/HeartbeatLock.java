package io.lakebeam.publish;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock on a store that has no locks, only objects that every reader sees at once after they were
 * written. A run first claims the table ({@code _lock/<run id>.claim}), then looks: a held lock, or
 * an earlier-named claim, of a living run means that the table is taken. While later-named claims
 * are there it looks again after a second, by when each of their runs has given way or holds the
 * lock. A holder rewrites {@code _lock/<run id>.held} every {@link #BEAT}; one not rewritten for
 * {@link #STALE}, by the store's clock against this machine's, is dead.
 */
final class HeartbeatLock implements TableLock {
  static final Duration STALE = Duration.ofMinutes(1);
  static final Duration BEAT = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatLock.class);
  private static final long SECOND_LOOK_MILLIS = 1000;
  private static final String CLAIM = ".claim";
  private static final String HELD = ".held";

  /** Stays: a listing that is not of one moment could miss it and the lock that replaces it. */
  private final String claim;

  private final String held;
  private final String runId;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "table-lock");
            thread.setDaemon(true);
            return thread;
          });

  private HeartbeatLock(String claim, String held, String runId) throws IOException {
    this.claim = claim;
    this.held = held;
    this.runId = runId;
    LakeFiles.write(held, runId);
    heart.scheduleAtFixedRate(this::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
  }

  static HeartbeatLock acquire(String table, String runId, Clock clock) throws IOException {
    String locks = table + "_lock/";
    String name = runId + "." + UUID.randomUUID();
    String claim = locks + name + CLAIM;
    LakeFiles.write(claim, runId);
    boolean acquired = false;
    try {
      List<String> others = living(locks, claim, clock);
      while (!others.isEmpty()) {
        if (others.stream().anyMatch(other -> other.endsWith(HELD) || other.compareTo(claim) < 0)) {
          throw TableLock.taken(table);
        }
        sleep();
        others = living(locks, claim, clock);
      }
      HeartbeatLock lock = new HeartbeatLock(claim, locks + name + HELD, runId);
      acquired = true;
      return lock;
    } finally {
      if (!acquired) {
        LakeFiles.delete(List.of(claim));
      }
    }
  }

  /** The locks of other runs that still live; those of dead runs are cleared away. */
  private static List<String> living(String locks, String claim, Clock clock) throws IOException {
    long oldest = clock.millis() - STALE.toMillis();
    List<Metadata> all = LakeFiles.listAll(locks);
    LakeFiles.delete(
        all.stream()
            .filter(lock -> lock.lastModifiedMillis() < oldest)
            .map(LakePaths::of)
            .collect(Collectors.toList()));
    return all.stream()
        .filter(lock -> lock.lastModifiedMillis() >= oldest)
        .map(LakePaths::of)
        .filter(path -> path.endsWith(CLAIM) || path.endsWith(HELD))
        .filter(path -> !path.equals(claim))
        .collect(Collectors.toList());
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(SECOND_LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the table's lock", e);
    }
  }

  /** A lock that is gone was taken over, after this run had been silent for too long. */
  private void beat() {
    try {
      if (LakeFiles.exists(held)) {
        LakeFiles.write(held, runId);
      } else {
        LOG.error("{} was taken over by another run", held);
        heart.shutdown();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("the heartbeat of {} could not be written; it is tried again", held, e);
    }
  }

  @Override
  public void close() throws IOException {
    heart.shutdownNow();
    try {
      if (!heart.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("the last heartbeat of {} does not end", held);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LakeFiles.delete(List.of(claim, held));
  }
}
