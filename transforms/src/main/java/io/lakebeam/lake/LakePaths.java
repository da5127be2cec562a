package io.lakebeam.lake;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * How places are named, on any file system that Beam knows; nothing here looks at a disk.
 * Directories are written with a slash at their end; local paths are absolute.
 */
public final class LakePaths {
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");

  private LakePaths() {}

  /** The directory of that name: local ones made absolute, one slash at the end. */
  public static String directory(String path) {
    String absolute = isLocal(path) ? absolute(path) : path;
    return absolute.endsWith("/") ? absolute : absolute + "/";
  }

  private static String absolute(String path) {
    return localPath(path).toAbsolutePath().normalize().toString();
  }

  public static boolean isLocal(String path) {
    return !path.contains("://") || path.startsWith("file://");
  }

  /** The local path of a path that {@link #isLocal}. */
  public static Path localPath(String path) {
    return Paths.get(path.replaceFirst("^file:(//)?", ""));
  }

  /** Whether a file there is an object, which appears as a whole once it is closed. */
  static boolean isObject(String path) {
    return path.startsWith("s3://") || path.startsWith("gs://");
  }

  /**
   * Whether a name is hidden from Spark, Athena, BigQuery and DuckDB: it begins with _ or a dot.
   */
  public static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  /** Whether any part of a path below a directory {@link #isHidden}. */
  public static boolean isHiddenBelow(String directory, String path) {
    String below = path.startsWith(directory) ? path.substring(directory.length()) : path;
    return Stream.of(below.split("/")).anyMatch(LakePaths::isHidden);
  }

  /** Whether a path is a pattern for several files. */
  public static boolean isGlob(String path) {
    return GLOB.matcher(path).matches();
  }

  /** The path of a file that was found. */
  public static String of(Metadata file) {
    return file.resourceId().toString();
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
      throw Refusal.of(path, "reached", e);
    }
  }
}
