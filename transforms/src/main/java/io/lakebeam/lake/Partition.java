package io.lakebeam.lake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Hive's names of partition directories, {@code column=value}.
 *
 * <p>Escapes what Hive escapes ({@code FileUtils.escapePathName}): control characters, DEL, and
 * each of the punctuation marks in {@code ESCAPED} become {@code %XX}; null and the empty string
 * become {@value #NULL_VALUE}.
 */
public final class Partition {
  public static final String NULL_VALUE = "__HIVE_DEFAULT_PARTITION__";

  private static final String ESCAPED = "\"#%'*/:=?\\{[]^\u007f";

  private Partition() {}

  /** The directory name of one partition value, without a slash. */
  public static String directory(String column, @Nullable String value) {
    return escape(column) + "=" + (value == null || value.isEmpty() ? NULL_VALUE : escape(value));
  }

  /** The value in a directory name, null for Hive's null partition. */
  public static @Nullable String value(String directory) {
    String escaped = directory.substring(directory.indexOf('=') + 1);
    return escaped.equals(NULL_VALUE) ? null : unescape(escaped);
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || ESCAPED.indexOf(c) >= 0) {
        escaped.append('%').append(String.format("%02X", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String unescape(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] unescaped = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean escape = bytes[i] == '%' && i + 2 < bytes.length && isHex(bytes[i + 1], bytes[i + 2]);
      unescaped[length++] =
          escape
              ? (byte) (Character.digit(bytes[++i], 16) << 4 | Character.digit(bytes[++i], 16))
              : bytes[i];
    }
    return new String(unescaped, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isHex(byte high, byte low) {
    return Character.digit(high, 16) >= 0 && Character.digit(low, 16) >= 0;
  }
}
