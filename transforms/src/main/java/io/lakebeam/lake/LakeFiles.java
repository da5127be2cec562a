package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Files of any file system that Beam knows, by path. Directories are written with a slash at their
 * end; local paths are absolute.
 */
public final class LakeFiles {
  private LakeFiles() {}

  /** The directory of that name: local ones made absolute, one slash at the end. */
  public static String directory(String path) {
    String absolute = isLocal(path) ? absolute(path) : path;
    return absolute.endsWith("/") ? absolute : absolute + "/";
  }

  public static boolean isLocal(String path) {
    return !path.contains("://") || path.startsWith("file://");
  }

  private static String absolute(String path) {
    return localPath(path).toAbsolutePath().normalize().toString();
  }

  /** The local path of a path that {@link #isLocal}. */
  public static Path localPath(String path) {
    return Paths.get(path.startsWith("file://") ? path.substring("file://".length()) : path);
  }

  /**
   * Whether a name is hidden from Spark, Athena, BigQuery and DuckDB: it begins with _ or a dot.
   */
  public static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  /** Every file beneath a directory, sorted by path; none where the directory is absent. */
  public static List<Metadata> listAll(String directory) {
    return match(escapeGlob(directory) + "**");
  }

  /** Every file beneath a directory of which no part below it {@link #isHidden}. */
  public static List<LakeFile> listVisible(String directory) {
    return listAll(directory).stream()
        .filter(file -> !isHiddenBelow(directory, path(file)))
        .map(file -> LakeFile.of(path(file), file.sizeBytes()))
        .collect(Collectors.toList());
  }

  /** The files that a glob names, sorted by path. */
  public static List<Metadata> match(String glob) {
    try {
      return FileSystems.match(glob, EmptyMatchTreatment.ALLOW).metadata().stream()
          .filter(file -> !file.resourceId().isDirectory())
          .sorted(Comparator.comparing(LakeFiles::path))
          .collect(Collectors.toList());
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String path(Metadata file) {
    return file.resourceId().toString();
  }

  private static boolean isHiddenBelow(String directory, String path) {
    String below = path.startsWith(directory) ? path.substring(directory.length()) : path;
    return Stream.of(below.split("/")).anyMatch(LakeFiles::isHidden);
  }

  /** Beam's globs know no escape that all file systems share, so such a place is refused. */
  private static String escapeGlob(String directory) {
    if (directory.matches(".*[*?\\[{].*")) {
      throw new LakeException(
          ExitCode.BAD_PLACE, directory + " has one of *?[{ in its name, which reads as a pattern");
    }
    return directory;
  }

  public static boolean exists(String path) {
    return !match(path).isEmpty();
  }

  public static String read(String path) throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource(path)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a small text; a reader sees the old text or the new one, never a part. */
  public static void write(String path, String text) throws IOException {
    ResourceId target = resource(path);
    ResourceId hidden =
        target
            .getCurrentDirectory()
            .resolve("." + UUID.randomUUID(), StandardResolveOptions.RESOLVE_FILE);
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(hidden, "application/json"))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    FileSystems.rename(List.of(hidden), List.of(target));
  }

  /**
   * Moves files; done again, it moves those that are left. Local and HDFS files move at once,
   * objects are copied, then deleted.
   */
  public static void move(List<String> sources, List<String> targets) throws IOException {
    FileSystems.rename(
        resources(sources),
        resources(targets),
        StandardMoveOptions.IGNORE_MISSING_FILES,
        StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
  }

  /** Deletes files; one that is not there is deleted already. */
  public static void delete(Collection<String> paths) throws IOException {
    FileSystems.delete(resources(paths), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  /** Deletes a directory and all that is in it. */
  public static void deleteTree(String directory) throws IOException {
    if (!isLocal(directory)) {
      delete(listAll(directory).stream().map(LakeFiles::path).collect(Collectors.toList()));
      return;
    }
    Path root = localPath(directory);
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

  /** Deletes a local directory if nothing is in it; object stores have no directories. */
  public static void deleteIfEmpty(String directory) throws IOException {
    if (!isLocal(directory)) {
      return;
    }
    Path path = localPath(directory);
    if (Files.isDirectory(path)) {
      try (Stream<Path> entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          return;
        }
      }
      Files.deleteIfExists(path);
    }
  }

  public static ResourceId resource(String path) {
    return FileSystems.matchNewResource(path, path.endsWith("/"));
  }

  private static List<ResourceId> resources(Collection<String> paths) {
    List<ResourceId> resources = new ArrayList<>(paths.size());
    for (String path : paths) {
      resources.add(resource(path));
    }
    return resources;
  }
}
