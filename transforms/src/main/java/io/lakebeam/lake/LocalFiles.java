package io.lakebeam.lake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * What lies on the local disk, by its own calls: to look for a file that is not there, Beam's local
 * file system walks all that lies below the file's directory, up to the whole disk.
 */
final class LocalFiles {
  private static final Set<FileVisitOption> FOLLOW_LINKS = Set.of(FileVisitOption.FOLLOW_LINKS);

  private LocalFiles() {}

  /** The file of that name, or those that a glob names. */
  static List<Metadata> match(Path pattern) throws IOException {
    Path start = pattern.isAbsolute() ? Paths.get("/") : Paths.get("");
    List<Metadata> files = new ArrayList<>();
    addMatches(start, pattern, 0, files);
    return files;
  }

  /** Looks only into directories whose names match; {@code **} stands for all that lies below. */
  private static void addMatches(Path found, Path pattern, int depth, List<Metadata> files)
      throws IOException {
    if (depth == pattern.getNameCount()) {
      if (Files.isRegularFile(found)) {
        files.add(metadata(found, Files.readAttributes(found, BasicFileAttributes.class)));
      }
      return;
    }
    String name = pattern.getName(depth).toString();
    if (name.contains("**")) {
      files.addAll(walk(found, found.getFileSystem().getPathMatcher("glob:" + pattern)));
    } else if (!LakePaths.isGlob(name)) {
      addMatches(found.resolve(name), pattern, depth + 1, files);
    } else if (Files.isDirectory(found)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(found, name)) {
        for (Path entry : entries) {
          addMatches(entry, pattern, depth + 1, files);
        }
      }
    }
  }

  /** Every file beneath a directory; links are followed, as Spark does. */
  static List<Metadata> listAll(Path directory) throws IOException {
    return walk(directory, path -> true);
  }

  /** The same without what is hidden; nobody looks into hidden directories, where runs stage. */
  static List<Metadata> listVisible(Path directory) throws IOException {
    return walk(directory, FOLLOW_LINKS, path -> !isHidden(path), path -> true);
  }

  /** Every file beneath a directory; links are not followed. */
  static List<Metadata> listTree(Path directory) throws IOException {
    return walk(directory, Set.of(), path -> true, path -> true);
  }

  private static boolean isHidden(Path path) {
    return LakePaths.isHidden(String.valueOf(path.getFileName()));
  }

  private static List<Metadata> walk(Path start, PathMatcher matcher) throws IOException {
    return walk(start, FOLLOW_LINKS, path -> true, matcher);
  }

  /** The regular files below a directory, but nothing below a path that is not to be entered. */
  private static List<Metadata> walk(
      Path start, Set<FileVisitOption> options, Predicate<Path> entered, PathMatcher matcher)
      throws IOException {
    List<Metadata> files = new ArrayList<>();
    if (!Files.isDirectory(start)) {
      return files;
    }
    Files.walkFileTree(
        start,
        options,
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return path.equals(start) || entered.test(path)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failure)
              throws IOException {
            return entered.test(path)
                ? super.visitFileFailed(path, failure)
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && entered.test(path) && matcher.matches(path)) {
              files.add(metadata(path, attributes));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static Metadata metadata(Path file, BasicFileAttributes attributes) {
    return Metadata.builder()
        .setResourceId(LakePaths.resource(file.toString()))
        .setSizeBytes(attributes.size())
        .setLastModifiedMillis(attributes.lastModifiedTime().toMillis())
        .setIsReadSeekEfficient(true)
        .build();
  }
}
