package io.lakebeam.pipelines;

import io.lakebeam.lake.TableFormat;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code flights-indicators}. */
public interface FlightsIndicatorsOptions extends LakeOptions {
  @Description("The slot to read, such as 2026-11-20T14, or all of them: all.")
  @Listed(at = 1, otherwise = "the latest that is there")
  @Nullable String getSlot();

  void setSlot(@Nullable String slot);

  @Description("How the indicators are stored: csv or parquet.")
  @Listed(at = 2)
  @Default.Enum("CSV")
  TableFormat getFormat();

  void setFormat(TableFormat format);

  @Description("Average the lengths of flights that stay on their continent only.")
  @Listed(at = 3)
  @Default.Boolean(false)
  boolean getRegionalOnly();

  void setRegionalOnly(boolean regionalOnly);
}
