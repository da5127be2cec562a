package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Object stores and HDFS, by Beam's file systems. Directories are what the paths of files say. */
final class BeamStore implements Store {
  static final Store INSTANCE = new BeamStore();

  private BeamStore() {}

  /** To know it, one would have to write. */
  @Override
  public void checkWritable(String directory) {}

  @Override
  public List<Metadata> match(String glob) {
    try {
      return Store.sortedFiles(found(glob));
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(glob, "listed", e);
    }
  }

  private static List<Metadata> found(String glob) throws IOException {
    for (int look = 1; ; look++) {
      MatchResult result = FileSystems.match(List.of(glob)).get(0);
      if (result.status() != MatchResult.Status.NOT_FOUND) {
        return result.metadata();
      }
      if (!isDisturbed(glob)) {
        return List.of();
      }
      if (look == MOST_LOOKS) {
        throw Store.disturbed(glob);
      }
    }
  }

  /**
   * Whether "not found" means that a file went away during a listing: Beam asks S3 about each
   * listed object once more, and where one is gone says so of the listing as a whole. To take that
   * for an empty place would lose files. An empty place itself is an empty list there.
   */
  private static boolean isDisturbed(String glob) {
    return glob.startsWith("s3://") && LakePaths.isGlob(glob);
  }

  @Override
  public List<Metadata> listAll(String directory) {
    return match(escapeGlob(directory) + "**");
  }

  /** Beam's globs know no escape that all file systems share, so such a place is refused. */
  private static String escapeGlob(String directory) {
    if (LakePaths.isGlob(directory)) {
      throw new LakeException(
          ExitCode.BAD_PLACE, directory + " has one of *?[{ in its name, which reads as a pattern");
    }
    return directory;
  }

  @Override
  public List<Metadata> listTree(String directory) {
    return listAll(directory);
  }

  @Override
  public List<String> directories(String directory) {
    return listAll(directory).stream()
        .map(file -> LakePaths.of(file).substring(directory.length()))
        .filter(below -> below.contains("/"))
        .map(below -> below.substring(0, below.indexOf('/')))
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  @Override
  public boolean exists(String path) {
    return !match(path).isEmpty();
  }

  @Override
  public List<Boolean> present(List<String> paths) {
    try {
      List<Boolean> present = new ArrayList<>(paths.size());
      for (MatchResult result : FileSystems.match(paths)) {
        present.add(result.status() != MatchResult.Status.NOT_FOUND && result.metadata() != null);
      }
      return present;
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(paths.get(0), "looked for", e);
    }
  }

  @Override
  public void move(List<String> sources, List<String> targets) {
    rename(sources, targets);
  }

  @Override
  public void moveAgain(List<String> sources, List<String> targets) {
    rename(
        sources,
        targets,
        StandardMoveOptions.IGNORE_MISSING_FILES,
        StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
  }

  private static void rename(List<String> sources, List<String> targets, MoveOptions... options) {
    try {
      FileSystems.rename(resources(sources), resources(targets), options);
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(targets.get(0), "moved to its place", e);
    }
  }

  @Override
  public void delete(Collection<String> paths) {
    String first = paths.iterator().next();
    try {
      if (LakePaths.isObject(first)) {
        // Stores take an absent object for deleted; to be asked which ones are there costs a
        // request each.
        FileSystems.delete(resources(paths));
      } else {
        FileSystems.delete(resources(paths), StandardMoveOptions.IGNORE_MISSING_FILES);
      }
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(first, "deleted", e);
    }
  }

  @Override
  public void deleteTree(String directory) {
    List<String> paths =
        listAll(directory).stream().map(LakePaths::of).collect(Collectors.toList());
    if (!paths.isEmpty()) {
      delete(paths);
    }
  }

  /** There are no directories to delete. */
  @Override
  public void deleteIfEmpty(String directory) {}

  private static List<ResourceId> resources(Collection<String> paths) {
    return paths.stream().map(LakePaths::resource).collect(Collectors.toList());
  }
}
