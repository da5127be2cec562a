package io.lakebeam.lake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * The local disk, by its own calls: to look for a file that is not there, Beam's local file system
 * walks all that lies below the file's directory, up to the whole disk.
 */
final class LocalFiles {
  private LocalFiles() {}

  /** The files beneath a directory, or of that name, or that a glob names. */
  static List<Metadata> match(String path) throws IOException {
    if (!LakeFiles.isGlob(path)) {
      Path file = LakeFiles.localPath(path);
      return Files.isRegularFile(file) ? List.of(metadata(file)) : List.of();
    }
    String pattern = LakeFiles.localPath(path).toString();
    PathMatcher matcher = java.nio.file.FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Path start = withoutGlob(pattern);
    int depth =
        pattern.contains("**")
            ? Integer.MAX_VALUE
            : Paths.get(pattern).getNameCount() - start.getNameCount();
    return walk(start, depth, matcher);
  }

  /** Every file beneath a directory; links are followed, as Spark does. */
  static List<Metadata> listAll(String directory) throws IOException {
    return walk(LakeFiles.localPath(directory), Integer.MAX_VALUE, path -> true);
  }

  private static List<Metadata> walk(Path start, int depth, PathMatcher matcher)
      throws IOException {
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(start, depth, FileVisitOption.FOLLOW_LINKS)) {
      List<Metadata> files = new ArrayList<>();
      for (Path path : paths.filter(matcher::matches).collect(Collectors.toList())) {
        if (Files.isRegularFile(path)) {
          files.add(metadata(path));
        }
      }
      return files;
    }
  }

  /** The directory that every match lies beneath. */
  private static Path withoutGlob(String pattern) {
    String prefix = pattern;
    while (LakeFiles.isGlob(prefix)) {
      prefix = prefix.substring(0, prefix.lastIndexOf('/'));
    }
    return Paths.get(prefix + "/");
  }

  private static Metadata metadata(Path file) throws IOException {
    return Metadata.builder()
        .setResourceId(LakeFiles.resource(file.toString()))
        .setSizeBytes(Files.size(file))
        .setLastModifiedMillis(Files.getLastModifiedTime(file).toMillis())
        .setIsReadSeekEfficient(true)
        .build();
  }

  /** Moves a file at once, replacing what is there. */
  static void move(Path source, Path target) throws IOException {
    Path directory = target.getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes a directory and all that is in it; links themselves, not what they point to. */
  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  static void deleteIfEmpty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> entries = Files.list(directory)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.deleteIfExists(directory);
    }
  }
}
