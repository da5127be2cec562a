package io.lakebeam.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** The local disk, whose directories exist apart from files. */
final class LocalStore implements Store {
  static final Store INSTANCE = new LocalStore();

  private LocalStore() {}

  @Override
  public void checkWritable(String directory) {
    Path present = LakePaths.localPath(directory);
    while (!Files.exists(present) && present.getParent() != null) {
      present = present.getParent();
    }
    if (!Files.isDirectory(present) || !Files.isWritable(present)) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          directory + " cannot be written: " + present + " is no directory that takes files");
    }
  }

  @Override
  public List<Metadata> match(String glob) {
    return found(glob, LocalFiles::match);
  }

  @Override
  public List<Metadata> listAll(String directory) {
    return found(directory, LocalFiles::listAll);
  }

  @Override
  public List<Metadata> listVisible(String directory) {
    return found(directory, LocalFiles::listVisible);
  }

  @Override
  public List<Metadata> listTree(String directory) {
    return found(directory, LocalFiles::listTree);
  }

  private interface Look {
    List<Metadata> at(Path place) throws IOException;
  }

  /**
   * What a look finds. Where a file goes away during it, its successor may have come to a directory
   * that the look was done with: so it looks again.
   */
  private static List<Metadata> found(String place, Look look) {
    for (int looks = 1; looks <= MOST_LOOKS; looks++) {
      try {
        return Store.sortedFiles(look.at(LakePaths.localPath(place)));
      } catch (NoSuchFileException gone) {
        continue;
      } catch (IOException | RuntimeException e) {
        throw Refusal.of(place, "listed", e);
      }
    }
    throw Store.disturbed(place);
  }

  /** Links are none. */
  @Override
  public List<String> directories(String directory) {
    Path path = LakePaths.localPath(directory);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(directory, "listed", e);
    }
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(LakePaths.localPath(path));
  }

  @Override
  public List<Boolean> present(List<String> paths) {
    return paths.stream().map(this::exists).collect(Collectors.toList());
  }

  @Override
  public void move(List<String> sources, List<String> targets) {
    move(sources, targets, source -> true);
  }

  @Override
  public void moveAgain(List<String> sources, List<String> targets) {
    move(sources, targets, Files::exists);
  }

  private static void move(List<String> sources, List<String> targets, Predicate<Path> which) {
    try {
      for (int i = 0; i < sources.size(); i++) {
        Path source = LakePaths.localPath(sources.get(i));
        if (which.test(source)) {
          move(source, LakePaths.localPath(targets.get(i)));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(targets.get(0), "moved to its place", e);
    }
  }

  /** Moves a file at once, replacing what is there. */
  private static void move(Path source, Path target) throws IOException {
    Path directory = target.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Collection<String> paths) {
    try {
      for (String path : paths) {
        Files.deleteIfExists(LakePaths.localPath(path));
      }
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(paths.iterator().next(), "deleted", e);
    }
  }

  /** Deletes links themselves, not what they point to. */
  @Override
  public void deleteTree(String directory) throws IOException {
    Path root = LakePaths.localPath(directory);
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(root)) {
      List<Path> paths = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw Refusal.of(directory, "deleted", e);
    }
  }

  @Override
  public void deleteIfEmpty(String directory) throws IOException {
    Path path = LakePaths.localPath(directory);
    if (!Files.isDirectory(path)) {
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        return;
      }
    }
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException inUseAgain) {
      return;
    }
  }
}
