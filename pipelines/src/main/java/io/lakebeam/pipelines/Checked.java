package io.lakebeam.pipelines;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.pipelines.Job.InputCheck;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Looks at every input file before any work. */
final class Checked {
  private static final int THREADS = 16;

  private Checked() {}

  /** Checks many files at once: on an object store each takes a round trip or two. */
  static void inParallel(List<LakeFile> files, InputCheck check) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(THREADS, files.size())));
    try {
      List<Future<?>> checks =
          files.stream()
              .map(file -> threads.submit(() -> check.check(file)))
              .collect(Collectors.toList());
      for (Future<?> each : checks) {
        each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the input was checked", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
