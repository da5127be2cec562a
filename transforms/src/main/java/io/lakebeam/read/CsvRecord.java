package io.lakebeam.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record of a CSV file, its values converted when asked for. Columns are those of the {@link
 * CsvFormat}, by index; one asked for must have a value, unless the method says otherwise. The
 * object is used again for the next record.
 */
public final class CsvRecord {
  private final CsvFormat format;
  private final CsvHeader header;
  private final FieldSplitter fields;
  private final TextDictionary dictionary = new TextDictionary();

  private byte[] bytes = {};
  private long offset;

  private byte[] value = {};
  private int from;
  private int to;
  private byte[] unquoted = {};

  CsvRecord(CsvFormat format, CsvHeader header, FieldSplitter fields) {
    this.format = format;
    this.header = header;
    this.fields = fields;
  }

  /** Stands for the record that the splitter just found in those bytes. */
  void set(byte[] source, long recordOffset) {
    bytes = source;
    offset = recordOffset;
  }

  /** Its first byte, in the decompressed file. */
  public long offset() {
    return offset;
  }

  /** How many fields it has, which may be another number than the header's. */
  int fields() {
    return fields.fields();
  }

  /** Its bytes as they stand in the file, without the line end. */
  byte[] payload() {
    return Arrays.copyOfRange(bytes, fields.start(0), fields.textEnd());
  }

  /** The value as {@link Integers} reads it. */
  public long int64(int column) throws BadValue {
    find(column);
    try {
      return Integers.parse(value, from, to);
    } catch (BadValue e) {
      throw e.in(name(column));
    }
  }

  /** The value as {@link Decimals} reads it, in millionths. */
  public long decimal(int column) throws BadValue {
    find(column);
    try {
      return Decimals.parse(value, from, to);
    } catch (BadValue e) {
      throw e.in(name(column));
    }
  }

  /** The value as {@link IsoTimestamps} reads it, in microseconds since the epoch. */
  public long timestampMicros(int column) throws BadValue {
    find(column);
    try {
      return IsoTimestamps.parse(value, from, to);
    } catch (BadValue e) {
      throw e.in(name(column));
    }
  }

  /** The value as {@link IsoTimestamps#parseUtc} reads it, in microseconds since the epoch. */
  public long utcMicros(int column) throws BadValue {
    find(column);
    try {
      return IsoTimestamps.parseUtc(value, from, to);
    } catch (BadValue e) {
      throw e.in(name(column));
    }
  }

  /** Whether the field has a character, within quotes where there are quotes. */
  public boolean hasValue(int column) {
    locate(column);
    return from < to;
  }

  /** The text; a value that comes often is the same String each time. */
  public String text(int column) throws BadValue {
    find(column);
    try {
      return dictionary.text(value, from, to);
    } catch (BadValue e) {
      throw e.in(name(column));
    }
  }

  /** The text, null where the field is empty; the empty text is quoted. */
  public @Nullable String nullableText(int column) throws BadValue {
    return isNull(column) ? null : isEmpty(column) ? "" : text(column);
  }

  /** The value as {@link #int64} reads it, null where the field is empty. */
  public @Nullable Long nullableInt64(int column) throws BadValue {
    return isNull(column) ? null : (Long) int64(column);
  }

  /** The value as {@link #decimal} reads it, null where the field is empty. */
  public @Nullable Long nullableDecimal(int column) throws BadValue {
    return isNull(column) ? null : (Long) decimal(column);
  }

  /** Whether the text is {@code true} and not {@code false}. */
  public boolean bool(int column) throws BadValue {
    String text = text(column);
    if (!text.equals("true") && !text.equals("false")) {
      throw BadValue.of("malformed_boolean", name(column), "\"" + text + "\" is no boolean.");
    }
    return text.equals("true");
  }

  /** Whether the field has no character, not even a quote. */
  private boolean isNull(int column) {
    int field = header.position(column);
    return fields.start(field) == fields.end(field);
  }

  private boolean isEmpty(int column) {
    int field = header.position(column);
    return fields.end(field) - fields.start(field) == 2
        && bytes[fields.start(field)] == '"'
        && bytes[fields.start(field) + 1] == '"';
  }

  /** What the file calls the column. */
  public String name(int column) {
    return format.columns().get(column);
  }

  private void find(int column) throws BadValue {
    locate(column);
    if (from == to) {
      throw BadValue.of("missing_value", name(column), name(column) + " is empty.");
    }
  }

  private void locate(int column) {
    int field = header.position(column);
    value = bytes;
    from = fields.start(field);
    to = fields.end(field);
    if (fields.quoted() && from < to && bytes[from] == '"') {
      unquote();
    }
  }

  private void unquote() {
    if (unquoted.length < to - from) {
      unquoted = new byte[to - from];
    }
    int length = 0;
    for (int i = from + 1; i < to - 1; i++) {
      unquoted[length++] = bytes[i];
      if (bytes[i] == '"') {
        i++;
      }
    }
    value = unquoted;
    from = 0;
    to = length;
  }
}
