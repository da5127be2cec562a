package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Files of any file system that Beam knows, by path, as {@link LakePaths} says. */
public final class LakeFiles {
  private static final String JSON = "application/json";

  private LakeFiles() {}

  /**
   * Refuses a local directory that is not there and cannot be made, or in which no file can be
   * made. Nothing is touched; a store, which would have to be written to, passes.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE}
   */
  public static void checkWritable(String directory) {
    Store.of(directory).checkWritable(directory);
  }

  /** Every file beneath a directory, sorted by path; none where the directory is absent. */
  public static List<Metadata> listAll(String directory) {
    return Store.of(directory).listAll(directory);
  }

  /** Every file beneath a directory of which no part below it {@link LakePaths#isHidden}. */
  public static List<LakeFile> listVisible(String directory) {
    return Store.of(directory).listVisible(directory).stream()
        .map(LakeFile::of)
        .collect(Collectors.toList());
  }

  /** The files that {@link #deleteTree} would delete: hidden ones too, none behind a link. */
  public static List<LakeFile> listTree(String directory) {
    return Store.of(directory).listTree(directory).stream()
        .map(LakeFile::of)
        .collect(Collectors.toList());
  }

  /**
   * The names of the directories in a directory, sorted; links are none. A store has those that
   * hold an object.
   */
  public static List<String> directories(String directory) {
    return Store.of(directory).directories(directory);
  }

  /**
   * The files that a glob names, sorted by path.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the place cannot be listed
   */
  public static List<Metadata> match(String glob) {
    return Store.of(glob).match(glob);
  }

  public static boolean exists(String path) {
    return Store.of(path).exists(path);
  }

  /** Which of these files are there, in the same order. */
  public static List<Boolean> present(List<String> paths) {
    return Store.of(paths.get(0)).present(paths);
  }

  /** The length of a file in bytes, as its store has it. */
  public static long size(String path) {
    try {
      return FileSystems.matchSingleFileSpec(path).sizeBytes();
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(path, "read", e);
    }
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
      throw Refusal.of(path, "read", e);
    }
  }

  /** Writes a small text; a reader sees the old text or the new one, never a part. */
  public static void write(String path, String text) throws IOException {
    write(path, text, JSON);
  }

  /** The same for a text that is no JSON. */
  public static void write(String path, String text, String mimeType) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (LakePaths.isObject(path)) {
      put(path, bytes, mimeType);
      return;
    }
    ResourceId target = LakePaths.resource(path);
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
      throw Refusal.of(path, "written", e);
    }
  }

  /** Objects appear as a whole, when they are closed; so one is not closed if writing failed. */
  @SuppressWarnings("MustBeClosedChecker")
  private static void put(String path, byte[] bytes, String mimeType) throws IOException {
    WritableByteChannel channel = create(path, mimeType);
    Channels.newOutputStream(channel).write(bytes);
    channel.close();
  }

  /**
   * Moves files. Local and HDFS files move at once, objects are copied, then deleted.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} also if one is not there
   */
  public static void move(List<String> sources, List<String> targets) {
    if (!sources.isEmpty()) {
      Store.of(targets.get(0)).move(sources, targets);
    }
  }

  /** Moves files; those that were moved already are left as they are. */
  public static void moveAgain(List<String> sources, List<String> targets) {
    if (!sources.isEmpty()) {
      Store.of(targets.get(0)).moveAgain(sources, targets);
    }
  }

  /** Deletes files; one that is not there is deleted already. */
  public static void delete(Collection<String> paths) {
    if (!paths.isEmpty()) {
      Store.of(paths.iterator().next()).delete(paths);
    }
  }

  /** Deletes a directory and all that is in it. */
  public static void deleteTree(String directory) throws IOException {
    Store.of(directory).deleteTree(directory);
  }

  /** Deletes a local directory if nothing is in it; object stores have no directories. */
  public static void deleteIfEmpty(String directory) throws IOException {
    Store.of(directory).deleteIfEmpty(directory);
  }
}
