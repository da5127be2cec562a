package io.lakebeam.pile.download;

import com.google.auto.value.AutoValue;
import java.io.IOException;

/**
 * What a zip says of an entry, before its data or in its directory: <a
 * href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE 6.3.10</a>, sections
 * 4.3.7, 4.3.12 and, for lengths that need 64 bits, 4.5.3.
 */
@AutoValue
abstract class ZipEntryHeader {
  static final long LOCAL = 0x04034b50L;
  static final long CENTRAL = 0x02014b50L;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** The value of a field that stands in the extra field instead, where it has 64 bits. */
  static final long ELSEWHERE = 0xffffffffL;

  private static final int ENCRYPTED = 1;
  private static final int DESCRIPTOR = 1 << 3;
  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int ZIP64 = 1;

  /** Where its local header begins. */
  abstract long offset();

  abstract String name();

  abstract int method();

  abstract int flags();

  abstract long crc32();

  /** Bytes of its data as they lie in the zip. */
  abstract long compressed();

  /** Bytes of its content. */
  abstract long size();

  boolean isDirectory() {
    return name().endsWith("/");
  }

  boolean isEncrypted() {
    return (flags() & ENCRYPTED) != 0;
  }

  /** Whether CRC and lengths follow the data, because the writer did not know them before. */
  boolean hasDescriptor() {
    return (flags() & DESCRIPTOR) != 0;
  }

  /** The same, with what the data turned out to be. */
  ZipEntryHeader with(long crc32, long compressed, long size) {
    return new AutoValue_ZipEntryHeader(
        offset(), name(), method(), flags(), crc32, compressed, size);
  }

  /** Reads the header before an entry's data, which begin behind it then. */
  static ZipEntryHeader readLocal(ZipInput in) throws IOException {
    in.require(LOCAL_BYTES);
    int name = in.u16(26);
    int extra = in.u16(28);
    in.require(LOCAL_BYTES + name + extra);
    ZipEntryHeader header = of(in, in.offset(), 6, 14, LOCAL_BYTES, name, extra);
    in.skip(LOCAL_BYTES + name + extra);
    return header;
  }

  /** Reads an entry of the directory, which goes on behind it then. */
  static ZipEntryHeader readCentral(ZipInput in) throws IOException {
    in.require(CENTRAL_BYTES);
    int name = in.u16(28);
    int extra = in.u16(30);
    int comment = in.u16(32);
    in.require(CENTRAL_BYTES + name + extra + comment);
    ZipEntryHeader header = of(in, in.u32(42), 8, 16, CENTRAL_BYTES, name, extra);
    in.skip(CENTRAL_BYTES + name + extra + comment);
    return header;
  }

  /**
   * @param flags where the flags stand; method, times, CRC and lengths follow as in both headers
   * @param crc where the CRC stands
   * @param fixed how long the header is before the name
   */
  private static ZipEntryHeader of(
      ZipInput in, long offset, int flags, int crc, int fixed, int name, int extra) {
    long compressed = in.u32(crc + 4);
    long size = in.u32(crc + 8);
    int field = fixed + name;
    int end = field + extra;
    while (field + 4 <= end) {
      int next = field + 4 + in.u16(field + 2);
      if (in.u16(field) == ZIP64 && next <= end) {
        int at = field + 4;
        if (size == ELSEWHERE && at + 8 <= next) {
          size = in.u64(at);
          at += 8;
        }
        if (compressed == ELSEWHERE && at + 8 <= next) {
          compressed = in.u64(at);
          at += 8;
        }
        if (offset == ELSEWHERE && at + 8 <= next) {
          offset = in.u64(at);
        }
      }
      field = next;
    }
    return new AutoValue_ZipEntryHeader(
        offset,
        in.text(fixed, name),
        in.u16(flags + 2),
        in.u16(flags),
        in.u32(crc),
        compressed,
        size);
  }
}
