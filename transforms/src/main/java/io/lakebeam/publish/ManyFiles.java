package io.lakebeam.publish;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Moves and deletes files in parallel: an object store copies one object in tens of milliseconds.
 */
final class ManyFiles {
  private static final int THREADS = 16;
  private static final int FILES_A_TASK = 25;

  private ManyFiles() {}

  private interface Task {
    void run(int from, int to) throws IOException;
  }

  /** Moves files that are there. */
  static void move(List<String> sources, List<String> targets) throws IOException {
    inParallel(
        sources.size(),
        (from, to) -> LakeFiles.move(sources.subList(from, to), targets.subList(from, to)));
  }

  /** Moves what is not moved yet, and makes sure that every target is there in the end. */
  static void moveAgain(List<String> sources, List<String> targets) throws IOException {
    inParallel(
        sources.size(),
        (from, to) -> {
          LakeFiles.moveAgain(sources.subList(from, to), targets.subList(from, to));
          checkPresent(targets.subList(from, to));
        });
  }

  /**
   * Deletes files, and makes sure that they are gone: Beam does not look at what S3 answers of a
   * file that it may not delete.
   */
  static void delete(List<String> paths) throws IOException {
    inParallel(
        paths.size(),
        (from, to) -> {
          LakeFiles.delete(paths.subList(from, to));
          checkAbsent(paths.subList(from, to));
        });
  }

  private static void checkPresent(List<String> targets) {
    int absent = LakeFiles.present(targets).indexOf(false);
    if (absent >= 0) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          targets.get(absent)
              + " was to be published, but neither it nor its staged file is there");
    }
  }

  private static void checkAbsent(List<String> replaced) {
    int present = LakeFiles.present(replaced).indexOf(true);
    if (present >= 0) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          replaced.get(present)
              + " was replaced but cannot be deleted; allow it, and run again to complete this");
    }
  }

  private static void inParallel(int files, Task task) throws IOException {
    if (files <= FILES_A_TASK) {
      if (files > 0) {
        task.run(0, files);
      }
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<@Nullable Void>> parts = new ArrayList<>();
      for (int from = 0; from < files; from += FILES_A_TASK) {
        int first = from;
        int end = Math.min(files, from + FILES_A_TASK);
        Callable<@Nullable Void> part =
            () -> {
              task.run(first, end);
              return null;
            };
        parts.add(threads.submit(part));
      }
      for (Future<@Nullable Void> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LakeException) {
        throw (LakeException) e.getCause();
      }
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while publishing", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
