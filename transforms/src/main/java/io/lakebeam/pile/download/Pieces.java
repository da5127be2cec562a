package io.lakebeam.pile.download;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of a body, kept hidden in the lake until all of it has: files named by their
 * offset, length and CRC32C, so that one that was not written to its end is known, and {@code
 * body.json}, which says of what they are pieces. It is one way for every file system: stores
 * cannot append to an object.
 */
final class Pieces {
  private static final Pattern NAME = Pattern.compile("(\\d{15})-(\\d+)-([0-9a-f]{8})\\.piece");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String directory;
  private final @Nullable Identity identity;

  /** Sorted by offset; each begins where the one before it ends. */
  private final List<String> names;

  private Pieces(String directory, @Nullable Identity identity, List<String> names) {
    this.directory = directory;
    this.identity = identity;
    this.names = names;
  }

  /**
   * What lies in a directory, which need not be there.
   *
   * @param longest pieces longer than that, and those behind them, are passed over
   */
  static Pieces in(String directory, int longest) throws IOException {
    String body = directory + "body.json";
    List<LakeFile> files =
        LakeFiles.listAll(directory).stream().map(LakeFile::of).collect(Collectors.toList());
    if (files.stream().noneMatch(file -> file.path().equals(body))) {
      return new Pieces(directory, null, List.of());
    }
    List<String> names = new ArrayList<>();
    long bytes = 0;
    for (LakeFile file : files) {
      String name = file.path().substring(directory.length());
      Matcher parts = NAME.matcher(name);
      if (parts.matches()
          && Long.parseLong(parts.group(1)) == bytes
          && Long.parseLong(parts.group(2)) == file.bytes()
          && file.bytes() <= longest) {
        names.add(name);
        bytes += file.bytes();
      }
    }
    return new Pieces(directory, Identity.ofJson(JSON.readTree(LakeFiles.read(body))), names);
  }

  /** Of what they are pieces; null if there are none. */
  @Nullable Identity identity() {
    return identity;
  }

  int count() {
    return names.size();
  }

  /** Bytes of all pieces together. */
  long bytes() {
    return names.stream().mapToLong(Pieces::length).sum();
  }

  private static long length(String name) {
    return Long.parseLong(name.split("-")[1]);
  }

  /**
   * Reads a piece.
   *
   * @param target with room for the longest
   * @return its length; -1 if its bytes are not those that were stored
   */
  int load(int piece, byte[] target) throws IOException {
    String name = names.get(piece);
    try (InputStream in = Channels.newInputStream(LakeFiles.open(directory + name))) {
      int length = in.readNBytes(target, 0, (int) length(name));
      return name.equals(name(offset(piece), target, length)) ? length : -1;
    }
  }

  private long offset(int piece) {
    return names.subList(0, piece).stream().mapToLong(Pieces::length).sum();
  }

  /** Says of what the pieces to come are. */
  void begin(Identity body) throws IOException {
    LakeFiles.write(directory + "body.json", body.toJson().toString());
  }

  void store(long offset, byte[] bytes, int length) throws IOException {
    String path = directory + name(offset, bytes, length);
    ByteBuffer content = ByteBuffer.wrap(bytes, 0, length);
    try (WritableByteChannel file = LakeFiles.create(path, "application/octet-stream")) {
      while (content.hasRemaining()) {
        file.write(content);
      }
    }
  }

  private static String name(long offset, byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return String.format(Locale.ROOT, "%015d-%d-%08x.piece", offset, length, crc.getValue());
  }

  /** Deletes them, and the directories that only they needed. */
  static void delete(String directory) throws IOException {
    LakeFiles.deleteTree(directory);
  }
}
