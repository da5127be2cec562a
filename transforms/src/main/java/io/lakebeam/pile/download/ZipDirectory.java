package io.lakebeam.pile.download;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The directory at the end of a zip: it must name the entries that came before it, no more and no
 * less, and the zip must end with it (APPNOTE 4.3.12 to 4.3.16).
 */
final class ZipDirectory {
  private static final long END = 0x06054b50L;
  private static final long END_64 = 0x06064b50L;
  private static final long LOCATOR_64 = 0x07064b50L;
  private static final int END_BYTES = 22;
  private static final int END_64_BYTES = 56;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int MANY = 0xffff;

  private final ZipInput in;
  private final Map<Long, ZipEntryHeader> missing;
  private final long entries;
  private final long begin;

  /**
   * @param in at the first byte behind the last entry
   * @param entries those that came, by the offsets of their headers
   */
  ZipDirectory(ZipInput in, Map<Long, ZipEntryHeader> entries) {
    this.in = in;
    this.missing = new HashMap<>(entries);
    this.entries = entries.size();
    this.begin = in.offset();
  }

  void check() throws IOException {
    in.require(4);
    while (in.u32(0) == ZipEntryHeader.CENTRAL) {
      checkEntry(ZipEntryHeader.readCentral(in));
      in.require(4);
    }
    if (!missing.isEmpty()) {
      throw disagrees(missing.values().iterator().next().name() + " is not in it");
    }
    long length = in.offset() - begin;
    boolean told = in.u32(0) == END_64;
    if (told) {
      check64(length);
    }
    checkEnd(length, told);
  }

  private void checkEntry(ZipEntryHeader named) {
    @Nullable ZipEntryHeader came = missing.remove(named.offset());
    if (came == null
        || !came.name().equals(named.name())
        || came.crc32() != named.crc32()
        || came.compressed() != named.compressed()
        || came.size() != named.size()) {
      throw disagrees("it names " + named.name() + ", which did not come so");
    }
  }

  private void check64(long length) throws IOException {
    in.require(END_64_BYTES);
    if (in.u64(32) != entries || in.u64(40) != length || in.u64(48) != begin) {
      throw disagrees("its number of entries, length or place is wrong");
    }
    long more = in.u64(4) + 12 - END_64_BYTES;
    if (more < 0 || more > MANY) {
      throw disagrees("its end is damaged");
    }
    in.require(END_64_BYTES + (int) more + LOCATOR_64_BYTES);
    in.skip(END_64_BYTES + (int) more);
    if (in.u32(0) != LOCATOR_64) {
      throw disagrees("its end is damaged");
    }
    in.skip(LOCATOR_64_BYTES);
  }

  /**
   * @param told whether numbers that do not fit were told before
   */
  private void checkEnd(long length, boolean told) throws IOException {
    in.require(END_BYTES);
    if (in.u32(0) != END) {
      throw disagrees("its end is damaged");
    }
    if (!is(in.u16(10), entries, MANY, told)
        || !is(in.u32(12), length, ZipEntryHeader.ELSEWHERE, told)
        || !is(in.u32(16), begin, ZipEntryHeader.ELSEWHERE, told)) {
      throw disagrees("its number of entries, length or place is wrong");
    }
    int comment = in.u16(20);
    in.require(END_BYTES + comment);
    in.skip(END_BYTES + comment);
    if (in.has(1)) {
      throw disagrees("there is more behind its end");
    }
  }

  private static boolean is(long number, long expected, long elsewhere, boolean told) {
    return number == expected || (told && number == elsewhere);
  }

  private static BadBody disagrees(String how) {
    return new BadBody("the directory of the zip does not agree with its entries: " + how);
  }
}
