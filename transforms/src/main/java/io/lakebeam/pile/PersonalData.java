package io.lakebeam.pile;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;

/**
 * The kinds of personal data that are masked. The grammars are narrow on purpose: what is masked
 * should be of its kind, even if some of it is missed.
 */
enum PersonalData {
  EMAIL {
    @Override
    int start(String text, int index, int from) {
      return text.charAt(index) == '@' ? MailAddress.start(text, index, from) : -1;
    }

    @Override
    int end(String text, int index) {
      return MailAddress.end(text, index + 1);
    }
  },
  IPV4 {
    @Override
    int start(String text, int index, int from) {
      return isDigit(text, index) && !isDigit(text, index - 1) ? index : -1;
    }

    @Override
    int end(String text, int index) {
      return Ipv4Address.end(text, index);
    }
  },
  PHONE {
    @Override
    int start(String text, int index, int from) {
      char c = text.charAt(index);
      return c == '+' || c == '(' ? index : IPV4.start(text, index, from);
    }

    @Override
    int end(String text, int index) {
      return PhoneNumber.end(text, index);
    }
  };

  /**
   * Where it would begin, if the character at the index is one that tells of it: its first one, or
   * the {@code @}; else -1.
   *
   * @param from where it may begin at the earliest
   */
  abstract int start(String text, int index, int from);

  /** Where it ends whose telling character is at the index; -1 if there is none. */
  abstract int end(String text, int index);

  /** What stands in the text afterwards, such as {@code <email>}. */
  String placeholder() {
    return "<" + code() + ">";
  }

  /** Its name in the run report. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isDigit(String text, int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Whether a letter, a digit or an underscore ends before the index, in any script. */
  static boolean isWordBefore(String text, int index) {
    return index > 0 && isWord(text.codePointBefore(index));
  }

  /** Whether a letter, a digit or an underscore begins at the index, in any script. */
  static boolean isWordAt(String text, int index) {
    return index < text.length() && isWord(text.codePointAt(index));
  }

  private static boolean isWord(int codePoint) {
    return UCharacter.isLetterOrDigit(codePoint) || codePoint == '_';
  }
}
