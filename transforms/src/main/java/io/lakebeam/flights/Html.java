package io.lakebeam.flights;

import org.jspecify.annotations.Nullable;

/** Text in HTML and SVG. */
final class Html {
  private Html() {}

  /** The text with all that has a meaning in markup escaped. */
  static String escape(@Nullable Object text) {
    return text == null
        ? ""
        : text.toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
