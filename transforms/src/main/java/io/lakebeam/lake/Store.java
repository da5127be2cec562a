package io.lakebeam.lake;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * What the local disk and Beam's file systems do in different ways; {@link LakeFiles} says what it
 * means. What fails is a {@link LakeException} with {@link ExitCode#BAD_PLACE} that names the
 * place.
 */
interface Store {
  /** How often a place is looked at from which files go away meanwhile. */
  int MOST_LOOKS = 5;

  /** The store that has a path. */
  static Store of(String path) {
    return LakePaths.isLocal(path) ? LocalStore.INSTANCE : BeamStore.INSTANCE;
  }

  /** Refuses a directory of which it can be seen, touching nothing, that it takes no files. */
  void checkWritable(String directory);

  /** The files that a glob names, sorted by path. */
  List<Metadata> match(String glob);

  /** Every file beneath a directory, sorted by path; none where the directory is absent. */
  List<Metadata> listAll(String directory);

  /** Those of {@link #listAll} of which no part below the directory is hidden. */
  default List<Metadata> listVisible(String directory) {
    return listAll(directory).stream()
        .filter(file -> !LakePaths.isHiddenBelow(directory, LakePaths.of(file)))
        .collect(Collectors.toList());
  }

  /** The files that {@link #deleteTree} would delete, sorted by path. */
  List<Metadata> listTree(String directory);

  /** The names of the directories in a directory, sorted. */
  List<String> directories(String directory);

  boolean exists(String path);

  /** Which of these files are there, in the same order. */
  List<Boolean> present(List<String> paths);

  void move(List<String> sources, List<String> targets);

  /** Moves files; those that were moved already are left as they are. */
  void moveAgain(List<String> sources, List<String> targets);

  /** Deletes files, one at least; one that is not there is deleted already. */
  void delete(Collection<String> paths);

  void deleteTree(String directory) throws IOException;

  void deleteIfEmpty(String directory) throws IOException;

  /** The end of {@link #MOST_LOOKS}. */
  static LakeException disturbed(String place) {
    return new LakeException(
        ExitCode.BAD_PLACE,
        place + " cannot be listed: files went away whenever it was; run again");
  }

  /** What was found, without directories, sorted by path. */
  static List<Metadata> sortedFiles(List<Metadata> found) {
    return found.stream()
        .filter(file -> !file.resourceId().isDirectory())
        .sorted(Comparator.comparing(LakePaths::of))
        .collect(Collectors.toList());
  }
}
