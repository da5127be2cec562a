package io.lakebeam.lake;

import java.nio.charset.StandardCharsets;

/**
 * A text as a part of an array of UTF-8 bytes, so that one of megabytes is neither copied nor
 * decoded on its way. The object is used again for the next text.
 */
public final class Utf8Text {
  private byte[] bytes = new byte[0];
  private int from;
  private int length;

  /** Makes it the text {@code bytes[from, from + length)}, valid until the array changes. */
  public void set(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  public byte[] bytes() {
    return bytes;
  }

  /** The index of its first byte. */
  public int from() {
    return from;
  }

  /** In bytes. */
  public int length() {
    return length;
  }

  /** The index behind its last byte. */
  public int to() {
    return from + length;
  }

  @Override
  public String toString() {
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }
}
