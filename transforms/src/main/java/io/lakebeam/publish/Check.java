package io.lakebeam.publish;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;

/** One question that a run must answer with yes before anything of it becomes visible. */
@AutoValue
public abstract class Check {
  /**
   * @param value what was compared, for a person
   * @param failure the run's exit code if it did not pass
   */
  static Check of(String name, boolean passed, String value, ExitCode failure) {
    return new AutoValue_Check(name, passed, value, failure);
  }

  /**
   * A question about the quality of the data, which ends a run with {@link ExitCode#CHECK_FAILED}.
   */
  public static Check ofQuality(String name, boolean passed, String value) {
    return of(name, passed, value, ExitCode.CHECK_FAILED);
  }

  public abstract String name();

  public abstract boolean passed();

  public abstract String value();

  abstract ExitCode failure();
}
