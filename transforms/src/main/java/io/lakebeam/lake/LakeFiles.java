package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Files of any file system that Beam knows, by path. Directories are written with a slash at their
 * end; local paths are absolute.
 */
public final class LakeFiles {
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");
  private static final int MOST_LOOKS = 5;
  private static final String JSON = "application/json";

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
    return Paths.get(path.replaceFirst("^file:(//)?", ""));
  }

  /**
   * Whether a name is hidden from Spark, Athena, BigQuery and DuckDB: it begins with _ or a dot.
   */
  public static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  /**
   * Refuses a local directory that is not there and cannot be made, or in which no file can be
   * made. Nothing is touched; a store, which would have to be written to, passes.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE}
   */
  public static void checkWritable(String directory) {
    if (isLocal(directory)) {
      Path present = localPath(directory);
      while (!Files.exists(present) && present.getParent() != null) {
        present = present.getParent();
      }
      if (!Files.isDirectory(present) || !Files.isWritable(present)) {
        throw new LakeException(
            ExitCode.BAD_PLACE,
            directory + " cannot be written: " + present + " is no directory that takes files");
      }
    }
  }

  /** Every file beneath a directory, sorted by path; none where the directory is absent. */
  public static List<Metadata> listAll(String directory) {
    if (!isLocal(directory)) {
      return match(escapeGlob(directory) + "**");
    }
    try {
      return sorted(LocalFiles.listAll(directory));
    } catch (IOException | RuntimeException e) {
      throw failed(directory, "listed", e);
    }
  }

  /** Every file beneath a directory of which no part below it {@link #isHidden}. */
  public static List<LakeFile> listVisible(String directory) {
    return listAll(directory).stream()
        .filter(file -> !isHiddenBelow(directory, path(file)))
        .map(file -> LakeFile.of(path(file), file.sizeBytes()))
        .collect(Collectors.toList());
  }

  /**
   * The files that a glob names, sorted by path.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the place cannot be listed
   */
  public static List<Metadata> match(String glob) {
    return sorted(matchResult(glob));
  }

  private static List<Metadata> sorted(List<Metadata> files) {
    return files.stream()
        .filter(file -> !file.resourceId().isDirectory())
        .sorted(Comparator.comparing(LakeFiles::path))
        .collect(Collectors.toList());
  }

  private static List<Metadata> matchResult(String glob) {
    try {
      if (isLocal(glob)) {
        return LocalFiles.match(glob);
      }
      for (int look = 1; ; look++) {
        MatchResult result = FileSystems.match(List.of(glob)).get(0);
        if (result.status() != MatchResult.Status.NOT_FOUND) {
          return result.metadata();
        }
        if (!isDisturbed(glob)) {
          return List.of();
        }
        if (look == MOST_LOOKS) {
          throw new LakeException(
              ExitCode.BAD_PLACE,
              glob + " cannot be listed: files went away whenever it was; run again");
        }
      }
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException | RuntimeException e) {
      throw failed(glob, "listed", e);
    }
  }

  /**
   * Whether "not found" means that a file went away during a listing: Beam asks S3 about each
   * listed object once more, and where one is gone says so of the listing as a whole. To take that
   * for an empty place would lose files. An empty place itself is an empty list there.
   */
  private static boolean isDisturbed(String glob) {
    return glob.startsWith("s3://") && isGlob(glob);
  }

  public static String path(Metadata file) {
    return file.resourceId().toString();
  }

  /** Whether any part of a path below a directory {@link #isHidden}. */
  public static boolean isHiddenBelow(String directory, String path) {
    String below = path.startsWith(directory) ? path.substring(directory.length()) : path;
    return Stream.of(below.split("/")).anyMatch(LakeFiles::isHidden);
  }

  /** Whether a path is a pattern for several files. */
  public static boolean isGlob(String path) {
    return GLOB.matcher(path).matches();
  }

  /** Beam's globs know no escape that all file systems share, so such a place is refused. */
  private static String escapeGlob(String directory) {
    if (isGlob(directory)) {
      throw new LakeException(
          ExitCode.BAD_PLACE, directory + " has one of *?[{ in its name, which reads as a pattern");
    }
    return directory;
  }

  public static boolean exists(String path) {
    return isLocal(path) ? Files.exists(localPath(path)) : !match(path).isEmpty();
  }

  /**
   * Opens a file to read it.
   *
   * @throws FileNotFoundException if it is not there
   */
  public static SeekableByteChannel open(String path) throws IOException {
    return FileReading.of(path);
  }

  /**
   * A new file to write; it is created with its first bytes. Its failures are {@link
   * LakeException}s with {@link ExitCode#BAD_PLACE}.
   */
  public static WritableByteChannel create(String path, String mimeType) {
    return new FileWriting(path, mimeType);
  }

  public static String read(String path) {
    try (InputStream in = Channels.newInputStream(open(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failed(path, "read", e);
    }
  }

  /** The length of a file in bytes, as its store has it. */
  public static long size(String path) {
    try {
      return FileSystems.matchSingleFileSpec(path).sizeBytes();
    } catch (IOException | RuntimeException e) {
      throw failed(path, "read", e);
    }
  }

  /** Which of these files are there, in the same order. */
  public static List<Boolean> present(List<String> paths) {
    try {
      if (isLocal(paths.get(0))) {
        return paths.stream()
            .map(path -> Files.exists(localPath(path)))
            .collect(Collectors.toList());
      }
      List<Boolean> present = new ArrayList<>(paths.size());
      for (MatchResult result : FileSystems.match(paths)) {
        present.add(result.status() != MatchResult.Status.NOT_FOUND && result.metadata() != null);
      }
      return present;
    } catch (IOException | RuntimeException e) {
      throw failed(paths.get(0), "looked for", e);
    }
  }

  /** Writes a small text; a reader sees the old text or the new one, never a part. */
  public static void write(String path, String text) throws IOException {
    write(path, text, JSON);
  }

  /** The same for a text that is no JSON. */
  public static void write(String path, String text, String mimeType) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (isObject(path)) {
      put(path, bytes, mimeType);
      return;
    }
    ResourceId target = resource(path);
    ResourceId hidden =
        target
            .getCurrentDirectory()
            .resolve("." + UUID.randomUUID(), StandardResolveOptions.RESOLVE_FILE);
    try (OutputStream out = Channels.newOutputStream(create(hidden.toString(), mimeType))) {
      out.write(bytes);
    }
    try {
      FileSystems.rename(List.of(hidden), List.of(target));
    } catch (IOException | RuntimeException e) {
      throw failed(path, "written", e);
    }
  }

  /** Objects appear as a whole, when they are closed; so one is not closed if writing failed. */
  @SuppressWarnings("MustBeClosedChecker")
  private static void put(String path, byte[] bytes, String mimeType) throws IOException {
    WritableByteChannel channel = create(path, mimeType);
    Channels.newOutputStream(channel).write(bytes);
    channel.close();
  }

  private static boolean isObject(String path) {
    return path.startsWith("s3://") || path.startsWith("gs://");
  }

  /**
   * Moves files. Local and HDFS files move at once, objects are copied, then deleted.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} also if one is not there
   */
  public static void move(List<String> sources, List<String> targets) {
    rename(sources, targets);
  }

  /** Moves files; those that were moved already are left as they are. */
  public static void moveAgain(List<String> sources, List<String> targets) {
    rename(
        sources,
        targets,
        StandardMoveOptions.IGNORE_MISSING_FILES,
        StandardMoveOptions.SKIP_IF_DESTINATION_EXISTS);
  }

  private static void rename(List<String> sources, List<String> targets, MoveOptions... options) {
    if (sources.isEmpty()) {
      return;
    }
    try {
      if (isLocal(targets.get(0))) {
        renameLocal(sources, targets, options.length > 0);
        return;
      }
      FileSystems.rename(resources(sources), resources(targets), options);
    } catch (IOException | RuntimeException e) {
      throw failed(targets.get(0), "moved to its place", e);
    }
  }

  private static void renameLocal(List<String> sources, List<String> targets, boolean again)
      throws IOException {
    for (int i = 0; i < sources.size(); i++) {
      Path source = localPath(sources.get(i));
      if (!again || Files.exists(source)) {
        LocalFiles.move(source, localPath(targets.get(i)));
      }
    }
  }

  /** Deletes files; one that is not there is deleted already. */
  public static void delete(Collection<String> paths) {
    if (paths.isEmpty()) {
      return;
    }
    try {
      if (isLocal(paths.iterator().next())) {
        for (String path : paths) {
          Files.deleteIfExists(localPath(path));
        }
      } else if (isObject(paths.iterator().next())) {
        // Stores take an absent object for deleted; to be asked which ones are there costs a
        // request each.
        FileSystems.delete(resources(paths));
      } else {
        FileSystems.delete(resources(paths), StandardMoveOptions.IGNORE_MISSING_FILES);
      }
    } catch (IOException | RuntimeException e) {
      throw failed(paths.iterator().next(), "deleted", e);
    }
  }

  /** The files that {@link #deleteTree} would delete: hidden ones too, none behind a link. */
  public static List<LakeFile> listTree(String directory) {
    try {
      List<Metadata> files =
          isLocal(directory) ? LocalFiles.listTree(localPath(directory)) : listAll(directory);
      return files.stream()
          .map(file -> LakeFile.of(path(file), file.sizeBytes()))
          .collect(Collectors.toList());
    } catch (IOException | RuntimeException e) {
      throw failed(directory, "listed", e);
    }
  }

  /** Deletes a directory and all that is in it. */
  public static void deleteTree(String directory) throws IOException {
    if (!isLocal(directory)) {
      delete(listAll(directory).stream().map(LakeFiles::path).collect(Collectors.toList()));
      return;
    }
    LocalFiles.deleteTree(localPath(directory));
  }

  /**
   * The names of the directories in a directory, sorted; links are none. A store has those that
   * hold an object.
   */
  public static List<String> directories(String directory) {
    if (!isLocal(directory)) {
      return listAll(directory).stream()
          .map(file -> path(file).substring(directory.length()))
          .filter(below -> below.contains("/"))
          .map(below -> below.substring(0, below.indexOf('/')))
          .distinct()
          .sorted()
          .collect(Collectors.toList());
    }
    try {
      return LocalFiles.directories(localPath(directory));
    } catch (IOException e) {
      throw failed(directory, "listed", e);
    }
  }

  /** Deletes a local directory if nothing is in it; object stores have no directories. */
  public static void deleteIfEmpty(String directory) throws IOException {
    if (isLocal(directory)) {
      LocalFiles.deleteIfEmpty(localPath(directory));
    }
  }

  /**
   * The path as Beam's file systems know it.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if no file system has its scheme
   */
  public static ResourceId resource(String path) {
    try {
      return FileSystems.matchNewResource(path, path.endsWith("/"));
    } catch (IllegalArgumentException e) {
      throw failed(path, "reached", e);
    }
  }

  private static LakeException failed(String path, String what, Exception cause) {
    return cause instanceof LakeException
        ? (LakeException) cause
        : new LakeException(
            ExitCode.BAD_PLACE, path + " cannot be " + what + ": " + Refusal.reason(cause), cause);
  }

  private static List<ResourceId> resources(Collection<String> paths) {
    List<ResourceId> resources = new ArrayList<>(paths.size());
    for (String path : paths) {
      resources.add(resource(path));
    }
    return resources;
  }
}
