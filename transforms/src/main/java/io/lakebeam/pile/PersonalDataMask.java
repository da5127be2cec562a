package io.lakebeam.pile;

/**
 * Replaces mail addresses, then IPv4 addresses, then phone numbers by placeholders, as {@link
 * MailAddress}, {@link Ipv4Address} and {@link PhoneNumber} define them. Looks at each character a
 * bounded number of times, whatever the text is.
 */
final class PersonalDataMask {
  private static final PersonalData[] KINDS = PersonalData.values();

  private final long[] masked = new long[KINDS.length];

  /** The text itself if there is nothing to mask. */
  String mask(String text) {
    String clean = text;
    for (PersonalData kind : KINDS) {
      clean = mask(kind, clean);
    }
    return clean;
  }

  /** How many were masked in all texts. */
  long masked(PersonalData kind) {
    return masked[kind.ordinal()];
  }

  private String mask(PersonalData kind, String text) {
    StringBuilder clean = new StringBuilder();
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      int start = kind.start(text, i, copied);
      int end = start < 0 ? -1 : kind.end(text, i);
      if (end >= 0) {
        clean.append(text, copied, start).append(kind.placeholder());
        copied = end;
        masked[kind.ordinal()]++;
      }
      i = Math.max(i + 1, end);
    }
    return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
  }
}
