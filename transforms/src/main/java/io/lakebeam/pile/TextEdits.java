package io.lakebeam.pile;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** What is changed in texts before any rule looks at them. */
@AutoValue
public abstract class TextEdits implements Serializable {
  /**
   * @param maskPii whether {@link PersonalData} is masked, after the normalization
   */
  public static TextEdits of(Normalization normalization, boolean maskPii) {
    return new AutoValue_TextEdits(normalization, maskPii);
  }

  /** Texts stay as they are. */
  static TextEdits none() {
    return of(Normalization.NONE, false);
  }

  abstract Normalization normalization();

  abstract boolean maskPii();
}
