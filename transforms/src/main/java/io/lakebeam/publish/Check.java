package io.lakebeam.publish;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;

/** One question that a run must answer with yes before anything of it becomes visible. */
@AutoValue
abstract class Check {
  /**
   * @param value what was compared, for a person
   * @param failure the run's exit code if it did not pass
   */
  static Check of(String name, boolean passed, String value, ExitCode failure) {
    return new AutoValue_Check(name, passed, value, failure);
  }

  abstract String name();

  abstract boolean passed();

  abstract String value();

  abstract ExitCode failure();
}
