package io.lakebeam.sort;

import io.lakebeam.lake.Utf8Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one record: a key, then a value. Fields are encoded so that keys compare as unsigned
 * bytes the way their fields do one after another; texts compare by their UTF-8 bytes.
 */
public final class RecordWriter {
  /** Ends a text; within a text a zero byte is followed by {@link #ESCAPED}. */
  static final byte END = 0;

  static final byte ESCAPED = (byte) 0xFF;

  /** FNV-1a, 32 bits. */
  private static final int FNV_OFFSET = 0x811C9DC5;

  private static final int FNV_PRIME = 0x01000193;

  private byte[] bytes = new byte[256];
  private int length;
  private int keyLength;
  private int group;

  /** Makes it empty. */
  void clear() {
    length = 0;
    keyLength = 0;
    group = 0;
  }

  /**
   * What was put so far has to come together: its hash decides the slice, and orders records before
   * their keys do.
   */
  public RecordWriter endGroup() {
    int hash = FNV_OFFSET;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ bytes[i]) * FNV_PRIME;
    }
    group = spread(hash);
    return this;
  }

  /** The finalizer of MurmurHash3, which lets every bit of the hash reach the highest ones. */
  private static int spread(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }

  public RecordWriter endKey() {
    keyLength = length;
    return this;
  }

  /** Ends the key with a text: being the last of it, it needs no mark where it ends. */
  public RecordWriter endKey(Utf8Text last) {
    reserve(last.length());
    System.arraycopy(last.bytes(), last.from(), bytes, length, last.length());
    length += last.length();
    return endKey();
  }

  public RecordWriter putByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public RecordWriter putBoolean(boolean value) {
    return putByte(value ? 1 : 0);
  }

  public RecordWriter putLong(long value) {
    reserve(Long.BYTES);
    long ordered = value ^ Long.MIN_VALUE;
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (ordered >>> shift);
    }
    return this;
  }

  public RecordWriter putText(String text) {
    return putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes that compare as unsigned ones. */
  public RecordWriter putBytes(byte[] value) {
    return putBytes(value, 0, value.length);
  }

  /** The same of {@code value[from, from + count)}. */
  public RecordWriter putBytes(byte[] value, int from, int count) {
    reserve(count + zeros(value, from, count) + 2);
    for (int i = from; i < from + count; i++) {
      byte one = value[i];
      bytes[length++] = one;
      if (one == END) {
        bytes[length++] = ESCAPED;
      }
    }
    bytes[length++] = END;
    bytes[length++] = END;
    return this;
  }

  private static int zeros(byte[] value, int from, int count) {
    int zeros = 0;
    for (int i = from; i < from + count; i++) {
      zeros += value[i] == END ? 1 : 0;
    }
    return zeros;
  }

  int group() {
    return group;
  }

  byte[] bytes() {
    return bytes;
  }

  int keyLength() {
    return keyLength;
  }

  int length() {
    return length;
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
