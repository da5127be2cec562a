package io.lakebeam.sort;

import io.lakebeam.lake.Utf8Text;
import java.nio.charset.StandardCharsets;

/** Reads the fields of a record in the order in which {@link RecordWriter} put them. */
public final class RecordReader {
  private byte[] bytes = new byte[0];
  private int position;
  private int keyEnd;

  void reset(byte[] record, int start, int endOfKey) {
    bytes = record;
    position = start;
    keyEnd = endOfKey;
  }

  public int getByte() {
    return bytes[position++];
  }

  public boolean getBoolean() {
    return getByte() != 0;
  }

  public long getLong() {
    long ordered = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      ordered = ordered << Byte.SIZE | bytes[position++] & 0xFF;
    }
    return ordered ^ Long.MIN_VALUE;
  }

  public String getText() {
    int start = position;
    int length = skipBytes();
    return length == position - start - 2
        ? new String(bytes, start, length, StandardCharsets.UTF_8)
        : new String(unescaped(start, length), StandardCharsets.UTF_8);
  }

  /** Reads the text that ended the key; it is valid as long as the record. */
  public void getEndOfKey(Utf8Text text) {
    text.set(bytes, position, keyEnd - position);
    position = keyEnd;
  }

  public byte[] getBytes() {
    int start = position;
    return unescaped(start, skipBytes());
  }

  /** Goes behind the end; gives the length without escapes. */
  private int skipBytes() {
    int length = 0;
    while (bytes[position] != RecordWriter.END || bytes[position + 1] != RecordWriter.END) {
      position += bytes[position] == RecordWriter.END ? 2 : 1;
      length++;
    }
    position += 2;
    return length;
  }

  private byte[] unescaped(int start, int length) {
    byte[] plain = new byte[length];
    int from = start;
    for (int i = 0; i < length; i++) {
      plain[i] = bytes[from++];
      if (plain[i] == RecordWriter.END) {
        from++;
      }
    }
    return plain;
  }
}
