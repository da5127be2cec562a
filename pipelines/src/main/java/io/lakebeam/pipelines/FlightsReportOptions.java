package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code flights-report}. */
public interface FlightsReportOptions extends LakeOptions {
  @Description(
      "How to show the indicators: text prints aligned tables, html also writes one page that needs"
          + " no network, index.html in --output (reports/flights under the lake).")
  @Listed(at = 1)
  @Default.Enum("TEXT")
  ReportFormat getFormat();

  void setFormat(ReportFormat format);

  @Description("The slot to show, such as 2026-11-20T14.")
  @Listed(at = 2, otherwise = "the latest that has indicators")
  @Nullable String getSlot();

  void setSlot(@Nullable String slot);

  /** How indicators are shown. */
  enum ReportFormat {
    TEXT,
    HTML
  }
}
