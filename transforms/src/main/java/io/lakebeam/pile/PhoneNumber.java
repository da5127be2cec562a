package io.lakebeam.pile;

/**
 * A phone number, international (ITU-T E.164) or of the North American Numbering Plan.
 *
 * <pre>
 * phone         = international | american
 * international = "+" digit 7 to 14 times [separator] digit; the first digit is not 0
 * american      = ["1" mark] ("(" area ")" [" "] exchange mark line | area mark exchange mark line)
 * area          = exchange = a digit from 2 to 9, two digits;  line = four digits
 * separator     = mark | "(" | ")" | ") " | " ("
 * mark          = "-" | "." | " "
 * </pre>
 *
 * <p>Without brackets an American number has the same mark, a hyphen or a dot, in both places:
 * three numbers with spaces between them are mostly not one. No letter, digit or underscore of any
 * script and none of {@code + - .} stands before a number; behind it no such letter or digit, no
 * {@code @}, and no hyphen or dot that a digit follows.
 */
final class PhoneNumber {
  private static final int LEAST_DIGITS = 8;
  private static final int MOST_DIGITS = 15;
  private static final String MARKS = "-. ";

  private PhoneNumber() {}

  /** Where the number ends that begins at that index; -1 if there is none. */
  static int end(String text, int start) {
    if (PersonalData.isWordBefore(text, start)
        || start > 0 && "+-.".indexOf(text.charAt(start - 1)) >= 0) {
      return -1;
    }
    int end = text.charAt(start) == '+' ? internationalEnd(text, start) : americanEnd(text, start);
    return end < 0 || goesOn(text, end) ? -1 : end;
  }

  private static boolean goesOn(String text, int end) {
    if (end >= text.length()) {
      return false;
    }
    char next = text.charAt(end);
    return PersonalData.isWordAt(text, end)
        || next == '@'
        || (next == '-' || next == '.') && PersonalData.isDigit(text, end + 1);
  }

  private static int internationalEnd(String text, int start) {
    int end = start + 1;
    if (!PersonalData.isDigit(text, end) || text.charAt(end) == '0') {
      return -1;
    }
    int digits = 0;
    int next = end;
    while (PersonalData.isDigit(text, next)) {
      end = next + 1;
      if (++digits > MOST_DIGITS) {
        return -1;
      }
      next = separatorEnd(text, end);
    }
    return digits < LEAST_DIGITS ? -1 : end;
  }

  private static int separatorEnd(String text, int start) {
    int end = start;
    if (is(text, end, MARKS)) {
      end++;
      return text.charAt(end - 1) == ' ' && is(text, end, "(") ? end + 1 : end;
    }
    if (is(text, end, "(")) {
      return end + 1;
    }
    if (is(text, end, ")")) {
      end++;
      return is(text, end, " ") ? end + 1 : end;
    }
    return end;
  }

  private static int americanEnd(String text, int start) {
    boolean trunk = text.charAt(start) == '1' && is(text, start + 1, MARKS);
    int area = trunk ? start + 2 : start;
    if (is(text, area, "(")) {
      int bracket = threeDigitsEnd(text, area + 1);
      if (bracket < 0 || !is(text, bracket, ")")) {
        return -1;
      }
      int exchange = is(text, bracket + 1, " ") ? bracket + 2 : bracket + 1;
      return lineEnd(text, threeDigitsEnd(text, exchange), MARKS);
    }
    int mark = threeDigitsEnd(text, area);
    if (mark < 0 || !is(text, mark, "-.")) {
      return -1;
    }
    String same = text.substring(mark, mark + 1);
    return lineEnd(text, threeDigitsEnd(text, mark + 1), same);
  }

  private static int threeDigitsEnd(String text, int start) {
    return is(text, start, "23456789")
            && PersonalData.isDigit(text, start + 1)
            && PersonalData.isDigit(text, start + 2)
        ? start + 3
        : -1;
  }

  private static int lineEnd(String text, int mark, String marks) {
    if (mark < 0 || !is(text, mark, marks)) {
      return -1;
    }
    int end = mark + 1;
    while (end < mark + 5) {
      if (!PersonalData.isDigit(text, end++)) {
        return -1;
      }
    }
    return end;
  }

  private static boolean is(String text, int index, String oneOf) {
    return index < text.length() && oneOf.indexOf(text.charAt(index)) >= 0;
  }
}
