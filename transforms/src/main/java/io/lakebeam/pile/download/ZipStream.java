package io.lakebeam.pile.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip as it arrives, and believes none of it: CRC and lengths of every entry are checked at
 * its end, and the directory at the end of the zip must name exactly the entries that came. Takes
 * entries that are stored or deflated, of any length (ZIP64), with lengths before or behind the
 * data. Every deviation is a {@link BadBody}.
 */
final class ZipStream implements Closeable {
  private static final long DESCRIPTOR = 0x08074b50L;
  private static final int LONGEST_DESCRIPTOR = 24;

  private final ZipInput in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();

  /** By the offsets of their headers. */
  private final Map<Long, ZipEntryHeader> entries = new LinkedHashMap<>();

  private @Nullable ZipEntryHeader entry;
  private long size;
  private long compressed;

  ZipStream(InputStream in) {
    this.in = new ZipInput(in);
  }

  /** The next entry, whose data must be read to their end; null behind the last one. */
  @Nullable ZipEntryHeader next() throws IOException {
    in.require(4);
    if (in.u32(0) != ZipEntryHeader.LOCAL) {
      return null;
    }
    ZipEntryHeader next = ZipEntryHeader.readLocal(in);
    checkReadable(next);
    entry = next;
    inflater.reset();
    crc.reset();
    size = 0;
    compressed = 0;
    return next;
  }

  private static void checkReadable(ZipEntryHeader entry) {
    if (entry.isEncrypted()) {
      throw new BadBody(entry.name() + " is encrypted");
    }
    if (entry.method() != ZipEntryHeader.STORED && entry.method() != ZipEntryHeader.DEFLATED) {
      throw new BadBody(
          entry.name() + " is compressed by method " + entry.method() + ", not stored or deflated");
    }
  }

  /**
   * Reads data of the entry.
   *
   * @return how many bytes; -1 at the end, once CRC and lengths are found right
   */
  int read(byte[] target) throws IOException {
    ZipEntryHeader current = entry;
    if (current == null) {
      return -1;
    }
    int read =
        current.method() == ZipEntryHeader.STORED
            ? copy(current, target)
            : inflate(current, target);
    if (read < 0) {
      check(current);
      entry = null;
      return -1;
    }
    crc.update(target, 0, read);
    size += read;
    return read;
  }

  private int copy(ZipEntryHeader current, byte[] target) throws IOException {
    if (current.hasDescriptor() && current.compressed() == 0 && !current.isDirectory()) {
      return copyToDescriptor(current, target);
    }
    if (compressed == current.compressed()) {
      return -1;
    }
    int read = in.read(target, current.compressed() - compressed);
    compressed += read;
    return read;
  }

  /**
   * Data whose length is told behind them only, as Go streams stored entries: they end where a
   * descriptor with a signature agrees with all of them. Data that happen to hold what looks like
   * one disagree with the directory.
   */
  private int copyToDescriptor(ZipEntryHeader current, byte[] target) throws IOException {
    in.require(4);
    ZipEntryHeader soFar = current.with(crc.getValue(), compressed, size);
    if (in.u32(0) == DESCRIPTOR && descriptor(soFar) > 0) {
      return -1;
    }
    int read = in.read(target, in.distance(DESCRIPTOR));
    compressed += read;
    return read;
  }

  private int inflate(ZipEntryHeader current, byte[] target) throws IOException {
    try {
      while (true) {
        int read = inflater.inflate(target);
        if (read > 0) {
          return read;
        }
        if (inflater.finished()) {
          in.takeBack(inflater);
          compressed = inflater.getBytesRead();
          return -1;
        }
        if (!inflater.needsInput()) {
          throw new DataFormatException("a dictionary is wanted");
        }
        in.require(1);
        in.feed(inflater);
      }
    } catch (DataFormatException e) {
      throw new BadBody(current.name() + " is damaged: " + e.getMessage());
    }
  }

  private void check(ZipEntryHeader current) throws IOException {
    ZipEntryHeader found = current.with(crc.getValue(), compressed, size);
    int descriptor = current.hasDescriptor() ? descriptor(found) : 0;
    boolean agrees = current.hasDescriptor() ? descriptor > 0 : found.equals(current);
    if (!agrees) {
      throw differs(found);
    }
    in.skip(descriptor);
    entries.put(found.offset(), found);
  }

  private static BadBody differs(ZipEntryHeader found) {
    return new BadBody(
        String.format(
            "%s is damaged: its CRC (%08x) or its length (%d) is not what the zip says",
            found.name(), found.crc32(), found.size()));
  }

  /**
   * The length of the descriptor behind the data, 0 if none agrees with them. Nothing says which of
   * its four forms it has (with a signature or not, lengths of 8 bytes or of 4), so it is the one
   * that agrees with the data.
   */
  private int descriptor(ZipEntryHeader found) throws IOException {
    in.require(LONGEST_DESCRIPTOR);
    int signature = in.u32(0) == DESCRIPTOR ? 4 : 0;
    for (int at = signature; at >= 0; at -= 4) {
      if (in.u32(at) == found.crc32()) {
        if (in.u64(at + 4) == found.compressed() && in.u64(at + 12) == found.size()) {
          return at + 20;
        }
        if (in.u32(at + 4) == found.compressed() && in.u32(at + 8) == found.size()) {
          return at + 12;
        }
      }
    }
    return 0;
  }

  /** Reads the directory to the zip's last byte. */
  void checkDirectory() throws IOException {
    new ZipDirectory(in, entries).check();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
