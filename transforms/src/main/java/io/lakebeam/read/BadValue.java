package io.lakebeam.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A named error in the data of one record: it makes that record a reject and stops nothing else. It
 * has no stack trace, because there can be millions.
 */
public final class BadValue extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN_BYTES = 60;

  private final String reason;
  private final @Nullable String column;

  private BadValue(String reason, @Nullable String column, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.column = column;
  }

  /**
   * @param reason a code such as {@code unknown_side}
   * @param column the column at fault, as the file names it
   * @param message one sentence for a person
   */
  public static BadValue of(String reason, @Nullable String column, String message) {
    return new BadValue(reason, column, message);
  }

  /** What {@code bytes[from, to)} should have been and is not. */
  static BadValue malformed(String reason, byte[] bytes, int from, int to, String expected) {
    int shown = Math.min(to - from, MOST_SHOWN_BYTES);
    String text = new String(bytes, from, shown, StandardCharsets.UTF_8);
    String ellipsis = shown < to - from ? "…" : "";
    return new BadValue(reason, null, "\"" + text + ellipsis + "\" is not " + expected + ".");
  }

  /** The same error, in that column. */
  BadValue in(String columnName) {
    return new BadValue(reason, columnName, message());
  }

  public String reason() {
    return reason;
  }

  public @Nullable String column() {
    return column;
  }

  public String message() {
    String message = getMessage();
    return message == null ? reason : message;
  }
}
