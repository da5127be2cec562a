package io.lakebeam.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings of UTF-8 bytes. Short ones that come again are the same String, for no new object; the
 * memory is bounded (about 0.5 MB), an old string gives way to a new one.
 */
final class TextDictionary {
  private static final int SLOTS = 4096;
  private static final int PROBES = 4;
  private static final int LONGEST_KEPT = 64;

  private final byte[] @Nullable [] keys = new byte[SLOTS + PROBES][];
  private final @Nullable String[] texts = new String[SLOTS + PROBES];
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /** The text {@code bytes[from, to)}, which must be valid UTF-8. */
  String text(byte[] bytes, int from, int to) throws BadValue {
    if (to - from > LONGEST_KEPT) {
      return decode(bytes, from, to);
    }
    int first = slot(bytes, from, to);
    for (int slot = first; slot < first + PROBES; slot++) {
      byte[] key = keys[slot];
      String text = texts[slot];
      if (key == null || text == null) {
        return keep(slot, bytes, from, to);
      }
      if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
        return text;
      }
    }
    return keep(first, bytes, from, to);
  }

  private static int slot(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    hash *= 0x9E3779B9;
    return hash >>> 20;
  }

  private String keep(int slot, byte[] bytes, int from, int to) throws BadValue {
    String text = decode(bytes, from, to);
    keys[slot] = Arrays.copyOfRange(bytes, from, to);
    texts[slot] = text;
    return text;
  }

  private String decode(byte[] bytes, int from, int to) throws BadValue {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      throw BadValue.malformed("invalid_utf8", bytes, from, to, "valid UTF-8");
    }
  }
}
