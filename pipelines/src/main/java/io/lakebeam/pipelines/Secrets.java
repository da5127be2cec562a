package io.lakebeam.pipelines;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps secrets out of everything that is printed, logged or reported. */
final class Secrets {
  static final String MASK = "***";

  private static final String WORDS =
      "password|passwd|secret|token|credential|signature|api_?-?key|access_?-?key";

  /** In the name of an option any key may be a secret one. */
  private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + WORDS + "|key|auth");

  private static final Pattern SECRET_WORD = Pattern.compile("(?i)" + WORDS);

  /**
   * What stands between {@code ://} and {@code @}. A password may hold slashes, so with a colon it
   * reaches to the last {@code @} of the item, unless the colon only begins a port.
   */
  private static final Pattern USER_INFO =
      Pattern.compile("://(?:[^,\\s/@:]*:(?!\\d+/)[^,\\s]*|[^,\\s/@]*)@");

  private static final Pattern QUERY =
      Pattern.compile("(?i)([?&][^=&\\s]*(?:" + WORDS + "|\\bsig)[^=&\\s]*=)[^&,\\s]*");

  private Secrets() {}

  /** The value as it may be shown. */
  static String masked(String option, String value) {
    boolean structured = value.startsWith("{") || value.startsWith("[");
    if (SECRET_NAME.matcher(option.toLowerCase(Locale.ROOT)).find()
        || (structured && SECRET_WORD.matcher(value).find())) {
      return MASK;
    }
    return maskedText(value);
  }

  /** Any text, with the credentials of the URLs in it masked. */
  static String maskedText(String text) {
    String hidden = USER_INFO.matcher(text).replaceAll("://" + MASK + "@");
    return QUERY.matcher(hidden).replaceAll("$1" + MASK);
  }
}
