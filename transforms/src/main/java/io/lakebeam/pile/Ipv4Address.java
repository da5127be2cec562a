package io.lakebeam.pile;

/**
 * An IPv4 address: four numbers from 0 to 255 without leading zeros, with dots between them. No
 * letter, digit or underscore of any script, and no dot, stands before it; behind it no such
 * character, and no dot that a digit follows. So {@code v1.2.3.4} and {@code 1.2.3.4.5} are none,
 * but a version such as 1.2.3.4 looks like one.
 */
final class Ipv4Address {
  private static final int NUMBERS = 4;
  private static final int GREATEST = 255;
  private static final int MOST_DIGITS = 3;

  private Ipv4Address() {}

  /** Where the address ends that begins at that index; -1 if there is none. */
  static int end(String text, int start) {
    if (PersonalData.isWordBefore(text, start) || start > 0 && text.charAt(start - 1) == '.') {
      return -1;
    }
    int end = start;
    for (int number = 0; number < NUMBERS; number++) {
      if (number > 0) {
        if (end >= text.length() || text.charAt(end) != '.') {
          return -1;
        }
        end++;
      }
      end = numberEnd(text, end);
      if (end < 0) {
        return -1;
      }
    }
    boolean goesOn =
        end < text.length() && text.charAt(end) == '.' && PersonalData.isDigit(text, end + 1);
    return goesOn || PersonalData.isWordAt(text, end) ? -1 : end;
  }

  private static int numberEnd(String text, int start) {
    int end = start;
    int value = 0;
    while (end - start < MOST_DIGITS && PersonalData.isDigit(text, end)) {
      value = value * 10 + text.charAt(end++) - '0';
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return end == start || leadingZero || value > GREATEST ? -1 : end;
  }
}
