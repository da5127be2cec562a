package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A record that could not become a row: where it stands, why, and its untouched bytes. */
@AutoValue
public abstract class Reject implements Serializable {
  /**
   * @param step the step that refused it, such as {@code ParseTrades}
   * @param source the file's path
   * @param offset its first byte, in the decompressed stream
   * @param reason a code such as {@code missing_value}
   * @param column the column at fault, where there is one
   * @param message one sentence for a person
   * @param payload the record as it stands in the file, without its line end
   */
  public static Reject of(
      String step,
      String source,
      long offset,
      String reason,
      @Nullable String column,
      String message,
      byte[] payload) {
    return new AutoValue_Reject(step, source, offset, reason, column, message, payload);
  }

  public abstract String step();

  public abstract String source();

  public abstract long offset();

  public abstract String reason();

  public abstract @Nullable String column();

  public abstract String message();

  @SuppressWarnings("mutable")
  public abstract byte[] payload();
}
