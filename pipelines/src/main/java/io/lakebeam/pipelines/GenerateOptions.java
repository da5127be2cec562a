package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** Options of {@code generate}. */
public interface GenerateOptions extends LakeOptions {
  @Description(
      "Which kind of input to write: trades, events, flights (as raw flights, of slots in January"
          + " 2025), or pile (as raw documents, 5.9 KiB on average).")
  @Listed(at = 1, otherwise = "none, must be given")
  @Validation.Required
  Family getFamily();

  void setFamily(Family family);

  @Description("How many lines to write, malformed ones included.")
  @Listed(at = 2)
  @Limits(atLeast = 0, atMost = 2_000_000_000)
  @Default.Long(10_000)
  long getRows();

  void setRows(long rows);

  @Description("Start of the random sequence: the same options give the same bytes everywhere.")
  @Listed(at = 3)
  @Default.Long(1)
  long getSeed();

  void setSeed(long seed);

  @Description("Share of malformed lines, from 0 to 1.")
  @Listed(at = 4)
  @Limits(atLeast = 0, atMost = 1)
  @Default.Double(0)
  double getDirty();

  void setDirty(double dirty);

  /** The families that input can be generated for. */
  enum Family {
    TRADES,
    EVENTS,
    FLIGHTS,
    PILE
  }
}
