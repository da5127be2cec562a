package io.lakebeam.pile;

import com.ibm.icu.lang.UCharacter;
import io.lakebeam.values.Utf8;
import java.util.Arrays;

/**
 * A text in which letters that differ in case only are the same: each code point is replaced by its
 * simple case folding (status C and S of Unicode's CaseFolding.txt), so ẞ is ß but neither is ss.
 */
final class CaseFolded {
  private static final int WIDEST = 4;

  private byte[] bytes = new byte[1 << 10];
  private int length;

  /** The folded form of UTF-8 bytes. */
  static byte[] of(byte[] text) {
    CaseFolded folded = new CaseFolded();
    folded.set(text, 0, text.length);
    return Arrays.copyOf(folded.bytes, folded.length);
  }

  /** Makes it the folded form of {@code text[from, to)}, which is valid UTF-8. */
  void set(byte[] text, int from, int to) {
    length = 0;
    int i = from;
    while (i < to) {
      reserve(to - i + WIDEST);
      if (text[i] >= 0) {
        bytes[length++] = lower(text[i++]);
      } else {
        int codePoint = Utf8.codePoint(text, i);
        i += Utf8.width(text[i]);
        length = Utf8.put(UCharacter.foldCase(codePoint, true), bytes, length);
      }
    }
  }

  private static byte lower(byte ascii) {
    return ascii >= 'A' && ascii <= 'Z' ? (byte) (ascii | 0x20) : ascii;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, length + length / 2));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
