package io.lakebeam.pile;

/**
 * A mail address: a part of RFC 5322's addresses, without quotes, comments, or letters beyond
 * ASCII.
 *
 * <pre>
 * address = local "@" domain
 * domain  = label 1*("." label), at most 253 characters; the last label is 2 letters or more
 * local   = 1 to 64 of letters, digits and . _ % + -, no dot at either end, no two dots together
 * label   = 1 to 63 letters, digits and hyphens, no hyphen at either end
 * </pre>
 *
 * <p>All that could belong to it must: no character of a local part, and no letter or digit of any
 * script, stands before it; no letter, digit, underscore or {@code @} behind it, and no dot that a
 * label follows.
 */
final class MailAddress {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_DOMAIN = 253;

  private MailAddress() {}

  /**
   * Where the address begins whose {@code @} is at that index; -1 if there is none.
   *
   * @param from where it may begin at the earliest
   */
  static int start(String text, int at, int from) {
    int start = at;
    while (start > from && at - start <= LONGEST_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    int length = at - start;
    boolean wellFormed =
        length > 0
            && length <= LONGEST_LOCAL
            && text.charAt(start) != '.'
            && text.charAt(at - 1) != '.'
            && !hasTwoDots(text, start, at)
            && !PersonalData.isWordBefore(text, start);
    return wellFormed ? start : -1;
  }

  /** Where the domain ends that begins at that index; -1 if there is none. */
  static int end(String text, int domain) {
    int label = domain;
    int end = -1;
    while (true) {
      int next = label;
      while (next - domain <= LONGEST_DOMAIN && isLabelAt(text, next)) {
        next++;
      }
      if (next - domain > LONGEST_DOMAIN) {
        return -1;
      }
      if (!isLabel(text, label, next)) {
        return end;
      }
      end = label > domain && isTopLevel(text, label, next) && endsAt(text, next) ? next : -1;
      if (next == text.length() || text.charAt(next) != '.') {
        return end;
      }
      label = next + 1;
    }
  }

  private static boolean endsAt(String text, int index) {
    return !PersonalData.isWordAt(text, index)
        && !(index < text.length() && text.charAt(index) == '@');
  }

  private static boolean isLabel(String text, int start, int end) {
    return end > start
        && end - start <= LONGEST_LABEL
        && text.charAt(start) != '-'
        && text.charAt(end - 1) != '-';
  }

  private static boolean isTopLevel(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!PersonalData.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return end - start >= 2;
  }

  private static boolean hasTwoDots(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) == '.' && text.charAt(i - 1) == '.') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLabelAt(String text, int index) {
    return index < text.length() && isLabel(text.charAt(index));
  }

  private static boolean isLabel(char c) {
    return PersonalData.isLetter(c) || c >= '0' && c <= '9' || c == '-';
  }

  private static boolean isLocal(char c) {
    return isLabel(c) || c == '.' || c == '_' || c == '%' || c == '+';
  }
}
