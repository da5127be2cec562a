package io.lakebeam.lake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * What lies on the local disk, by its own calls: to look for a file that is not there, Beam's local
 * file system walks all that lies below the file's directory, up to the whole disk.
 */
final class LocalFiles {
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
        files.add(metadata(found));
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

  private static List<Metadata> walk(Path start, PathMatcher matcher) throws IOException {
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(start, FileVisitOption.FOLLOW_LINKS)) {
      List<Metadata> files = new ArrayList<>();
      for (Path path : paths.filter(matcher::matches).collect(Collectors.toList())) {
        if (Files.isRegularFile(path)) {
          files.add(metadata(path));
        }
      }
      return files;
    }
  }

  /** Every file beneath a directory; links are not followed. */
  static List<Metadata> listTree(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      List<Metadata> files = new ArrayList<>();
      for (Path path : paths.collect(Collectors.toList())) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          files.add(metadata(path));
        }
      }
      return files;
    }
  }

  private static Metadata metadata(Path file) throws IOException {
    return Metadata.builder()
        .setResourceId(LakePaths.resource(file.toString()))
        .setSizeBytes(Files.size(file))
        .setLastModifiedMillis(Files.getLastModifiedTime(file).toMillis())
        .setIsReadSeekEfficient(true)
        .build();
  }
}
