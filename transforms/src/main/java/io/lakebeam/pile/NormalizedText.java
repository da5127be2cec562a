package io.lakebeam.pile;

import com.ibm.icu.text.Normalizer2;

/**
 * Texts in Unicode's normalization form C (UAX #15), without control characters: an é is one
 * character whichever way it was typed.
 *
 * <p>First line ends become line feeds: CR LF, CR, NEL (U+0085), VT and FF; these are Unicode's
 * mandatory breaks (UAX #14, classes CR, LF, NL and BK) but for the two separators of U+2028 and
 * U+2029, which are no control characters. Then every other character of the general category Cc
 * but tab goes: U+0000 to U+001F and U+007F to U+009F. Then form C is taken, by ICU's data, so that
 * it is the same on every JDK. Doing it again changes nothing.
 */
final class NormalizedText {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final char NEXT_LINE = '\u0085';
  private static final char VERTICAL_TAB = '\u000B';
  private static final char FIRST_BEHIND_C1 = '\u00A0';
  private static final char DELETE = '\u007F';

  private NormalizedText() {}

  /** The text itself if there is nothing to change. */
  static String of(String text) {
    return NFC.normalize(withoutControls(text));
  }

  private static String withoutControls(String text) {
    int first = 0;
    while (first < text.length() && !changes(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!changes(c)) {
        clean.append(c);
      } else if (isLineEnd(c) && !isFirstOfTwo(text, i)) {
        clean.append('\n');
      }
    }
    return clean.toString();
  }

  /** Whether it is a control character but tab and line feed. */
  private static boolean changes(char c) {
    return c < ' ' ? c != '\t' && c != '\n' : c >= DELETE && c < FIRST_BEHIND_C1;
  }

  private static boolean isLineEnd(char c) {
    return c == '\r' || c == NEXT_LINE || c == VERTICAL_TAB || c == '\f';
  }

  private static boolean isFirstOfTwo(String text, int index) {
    return text.charAt(index) == '\r'
        && index + 1 < text.length()
        && text.charAt(index + 1) == '\n';
  }
}
