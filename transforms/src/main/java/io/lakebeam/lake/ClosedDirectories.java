package io.lakebeam.lake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Directories in which this process creates no more files. A run that is given up has its staging
 * deleted while bundles may still be under way, which no runner ends at once: without this the next
 * file of one of them would bring the directory back.
 */
public final class ClosedDirectories {
  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

  private ClosedDirectories() {}

  /**
   * From now on nothing is created beneath a directory.
   *
   * @param directory with a slash at its end
   */
  public static void close(String directory) {
    CLOSED.add(directory);
  }

  /** Allows it again. */
  public static void open(String directory) {
    CLOSED.remove(directory);
  }

  static void check(String path) {
    if (CLOSED.stream().anyMatch(path::startsWith)) {
      throw new LakeException(ExitCode.OTHER, "its run was given up");
    }
  }
}
