package io.lakebeam.pile;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.lakebeam.lake.Utf8Text;

/**
 * What two texts have in common that differ in white space only: the 128-bit MurmurHash3 of the
 * text without white space at its ends and with one space for each run of it. White space is what
 * has Unicode's property White_Space.
 */
final class Fingerprint {
  private static final Hasher128 HASHER = Hashing.murmur3_128();
  private static final int CHUNK_BYTES = 8 << 10;

  private final HashStream128 hash = HASHER.hashStream();
  private final byte[] chunk;
  private int length;

  private Fingerprint(int chunkBytes) {
    chunk = new byte[chunkBytes];
  }

  static HashValue128 of(Utf8Text text) {
    Fingerprint fingerprint = new Fingerprint(Math.min(text.length() + 1, CHUNK_BYTES));
    fingerprint.putFolded(text.bytes(), text.from(), text.to());
    return fingerprint.finish();
  }

  private void putFolded(byte[] bytes, int from, int to) {
    boolean first = true;
    boolean spaceBefore = false;
    int i = from;
    while (i < to) {
      int space = whiteSpace(bytes, i);
      if (space > 0) {
        spaceBefore = true;
        i += space;
        continue;
      }
      if (spaceBefore && !first) {
        put((byte) ' ');
      }
      put(bytes[i++]);
      first = false;
      spaceBefore = false;
    }
  }

  private void put(byte one) {
    if (length == chunk.length) {
      flush();
    }
    chunk[length++] = one;
  }

  private void flush() {
    hash.putBytes(chunk, 0, length);
    length = 0;
  }

  private HashValue128 finish() {
    flush();
    return hash.get();
  }

  /** How many bytes the white space has that begins at an index of valid UTF-8; 0 if none does. */
  static int whiteSpace(byte[] bytes, int at) {
    byte lead = bytes[at];
    if (lead >= 0) {
      return lead == ' ' || lead >= '\t' && lead <= '\r' ? 1 : 0;
    }
    switch (lead & 0xFF) {
      case 0xC2:
        return isNextLineOrNoBreakSpace(bytes[at + 1] & 0xFF) ? 2 : 0;
      case 0xE1:
      case 0xE2:
      case 0xE3:
        return isWideSpace((lead & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F)
            ? 3
            : 0;
      default:
        return 0;
    }
  }

  private static boolean isNextLineOrNoBreakSpace(int second) {
    return second == 0x85 || second == 0xA0;
  }

  private static boolean isWideSpace(int codePoint) {
    return codePoint >= 0x2000 && codePoint <= 0x200A
        || codePoint == 0x2028
        || codePoint == 0x2029
        || codePoint == 0x202F
        || codePoint == 0x205F
        || codePoint == 0x3000
        || codePoint == 0x1680;
  }
}
