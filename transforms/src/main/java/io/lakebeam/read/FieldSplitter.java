package io.lakebeam.read;

/**
 * Finds where the fields of one record lie, in one pass over its bytes. A field that begins with a
 * quote is quoted (RFC 4180); a quote elsewhere is data.
 */
final class FieldSplitter {
  /** How a split ended. */
  enum Outcome {
    /** The fields and the record's end are known. */
    WHOLE,
    /** The record goes on behind the bytes that were given. */
    CUT,
    /** Something other than a comma or a line end follows a closing quote, or none closes. */
    BAD_QUOTES
  }

  private static final int OPEN = -1;

  private final int[] ends;
  private int begin;
  private int fields;
  private int textEnd;
  private int next;
  private boolean quoted;

  /**
   * @param capacity how many fields are kept; those beyond are only counted
   */
  FieldSplitter(int capacity) {
    ends = new int[capacity];
  }

  /**
   * Splits the record that begins at {@code from}.
   *
   * @param limit where the bytes end
   * @param last whether the file ends there, which ends the record too
   */
  Outcome split(byte[] bytes, int from, int limit, boolean last) {
    begin = from;
    quoted = false;
    int[] kept = ends;
    int count = 0;
    int start = from;
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
      // Nearly every byte of data is above the comma: one comparison is enough for those.
      if (b > ',') {
        continue;
      }
      if (b == ',') {
        if (count < kept.length) {
          kept[count] = i;
        }
        count++;
        start = i + 1;
      } else if (b == '\n') {
        int end = i > from && bytes[i - 1] == '\r' ? i - 1 : i;
        return whole(count, end, i + 1);
      } else if (b == '"' && i == start) {
        quoted = true;
        int behind = behindQuote(bytes, i + 1, limit);
        if (behind == OPEN || (behind == limit && !last)) {
          return last ? Outcome.BAD_QUOTES : Outcome.CUT;
        }
        if (behind < limit && bytes[behind] == '\r' && behind + 1 == limit && !last) {
          return Outcome.CUT;
        }
        if (behind < limit && !endsField(bytes, behind, limit)) {
          return Outcome.BAD_QUOTES;
        }
        i = behind - 1;
        start = OPEN;
      }
    }
    return last ? whole(count, limit, limit) : Outcome.CUT;
  }

  private Outcome whole(int separators, int end, int nextRecord) {
    if (separators < ends.length) {
      ends[separators] = end;
    }
    fields = separators + 1;
    textEnd = end;
    next = nextRecord;
    return Outcome.WHOLE;
  }

  /** The index behind the quote that closes a field, or {@link #OPEN}. */
  private static int behindQuote(byte[] bytes, int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (bytes[i] == '"') {
        if (i + 1 == limit || bytes[i + 1] != '"') {
          return i + 1;
        }
        i++;
      }
    }
    return OPEN;
  }

  private static boolean endsField(byte[] bytes, int at, int limit) {
    byte b = bytes[at];
    return b == ',' || b == '\n' || (b == '\r' && at + 1 < limit && bytes[at + 1] == '\n');
  }

  int fields() {
    return fields;
  }

  int start(int field) {
    return field == 0 ? begin : ends[field - 1] + 1;
  }

  int end(int field) {
    return ends[field];
  }

  /** Where the record ends, without its line end. */
  int textEnd() {
    return textEnd;
  }

  /** Where the next line begins. */
  int next() {
    return next;
  }

  /** Whether any field is quoted. */
  boolean quoted() {
    return quoted;
  }
}
