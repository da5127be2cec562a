package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code flights-purge}. */
public interface FlightsPurgeOptions extends LakeOptions {
  @Description("How many days before today (UTC) to keep, 0 or more.")
  @Listed(at = 1)
  @Limits(atLeast = 0)
  @Default.Integer(3)
  int getKeepDays();

  void setKeepDays(int keepDays);
}
