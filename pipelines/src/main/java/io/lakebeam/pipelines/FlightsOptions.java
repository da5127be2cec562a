package io.lakebeam.pipelines;

import io.lakebeam.pipelines.FlightsReportOptions.ReportFormat;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code flights}: those of its steps. */
public interface FlightsOptions extends FlightsExtractOptions, FlightsPurgeOptions {
  @Description("Average the lengths of flights that stay on their continent only.")
  @Listed(at = 8)
  @Default.Boolean(false)
  boolean getRegionalOnly();

  void setRegionalOnly(boolean regionalOnly);

  @Description("How to show the indicators: text, or html for a page too.")
  @Listed(at = 9)
  @Default.Enum("TEXT")
  ReportFormat getFormat();

  void setFormat(ReportFormat format);
}
