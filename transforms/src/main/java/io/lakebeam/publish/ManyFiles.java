package io.lakebeam.publish;

import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
    List<Integer> starts = new ArrayList<>();
    for (int from = 0; from < files; from += FILES_A_TASK) {
      starts.add(from);
    }
    AtOnce.each(starts, THREADS, from -> task.run(from, Math.min(files, from + FILES_A_TASK)));
  }
}
