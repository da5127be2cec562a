package io.lakebeam.pile;

import java.util.function.Consumer;

/**
 * Replaces mail addresses, then IPv4 addresses, then phone numbers by placeholders, as {@link
 * MailAddress}, {@link Ipv4Address} and {@link PhoneNumber} define them. Looks at each character a
 * bounded number of times, whatever the text is.
 */
final class PersonalDataMask {
  private static final PersonalData[] KINDS = PersonalData.values();

  private PersonalDataMask() {}

  /**
   * The text itself if there is nothing to mask.
   *
   * @param masked is told of each that is masked
   */
  static String mask(String text, Consumer<PersonalData> masked) {
    String clean = text;
    for (PersonalData kind : KINDS) {
      clean = mask(clean, kind, masked);
    }
    return clean;
  }

  private static String mask(String text, PersonalData kind, Consumer<PersonalData> masked) {
    StringBuilder clean = new StringBuilder();
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      int start = kind.start(text, i, copied);
      int end = start < 0 ? -1 : kind.end(text, i);
      if (end >= 0) {
        clean.append(text, copied, start).append(kind.placeholder());
        copied = end;
        masked.accept(kind);
      }
      i = Math.max(i + 1, end);
    }
    return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
  }
}
