package io.lakebeam.read;

import io.lakebeam.values.Utf8;
import java.util.Arrays;

/** A string of a JSON text, checked, as it stands in the bytes; used again for the next one. */
public final class JsonString {
  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private int characters;
  private boolean escaped;

  void set(byte[] bytes, int from, int to, int characters, boolean escaped) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.characters = characters;
    this.escaped = escaped;
  }

  /** Its length in code points, escapes decoded. */
  public int characters() {
    return characters;
  }

  /** The index of its first byte. */
  public int from() {
    return from;
  }

  /** The index behind its last byte. */
  public int to() {
    return to;
  }

  public boolean isEmpty() {
    return from == to;
  }

  /** Whether it is that ASCII text, escapes decoded. */
  boolean is(byte[] ascii) {
    if (!escaped) {
      return Arrays.equals(bytes, from, to, ascii, 0, ascii.length);
    }
    return Arrays.equals(decoded(), ascii);
  }

  /** It as a String, escapes decoded. */
  String text(TextDictionary texts) throws BadValue {
    if (!escaped) {
      return texts.text(bytes, from, to);
    }
    byte[] decoded = decoded();
    return texts.text(decoded, 0, decoded.length);
  }

  private byte[] decoded() {
    byte[] copy = Arrays.copyOfRange(bytes, from, to);
    return Arrays.copyOf(copy, unescape(copy, 0, copy.length));
  }

  /** Decodes its escapes where they stand: it is never longer than before. */
  public void unescape() {
    if (escaped) {
      to = unescape(bytes, from, to);
      escaped = false;
    }
  }

  private static int unescape(byte[] bytes, int from, int to) {
    int target = from;
    int i = from;
    while (true) {
      int slash = ByteScan.indexOf((byte) '\\', bytes, i, to);
      System.arraycopy(bytes, i, bytes, target, slash - i);
      target += slash - i;
      if (slash == to) {
        return target;
      }
      if (bytes[slash + 1] != 'u') {
        bytes[target++] = simpleEscape(bytes[slash + 1]);
        i = slash + 2;
        continue;
      }
      int codePoint = hex(bytes, slash + 2);
      i = slash + 6;
      if (Character.isHighSurrogate((char) codePoint)) {
        codePoint = Character.toCodePoint((char) codePoint, (char) hex(bytes, i + 2));
        i += 6;
      }
      target = Utf8.put(codePoint, bytes, target);
    }
  }

  private static byte simpleEscape(byte letter) {
    switch (letter) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      default:
        return letter;
    }
  }

  /** Four hexadecimal digits; negative if one of them is none. */
  static int hex(byte[] bytes, int from) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
