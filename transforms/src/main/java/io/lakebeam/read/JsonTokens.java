package io.lakebeam.read;

import java.nio.charset.StandardCharsets;

/**
 * The words of a JSON text, one after another: punctuation, strings, numbers and literals, with
 * white space before each.
 */
abstract class JsonTokens {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[0];
  private int start;
  private int position;
  private int end;

  /** Begins with the text {@code bytes[from, to)}. */
  final void begin(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.start = from;
    this.position = from;
    this.end = to;
  }

  /** Reads the string that comes next. */
  public final void readString(JsonString string) throws BadValue {
    expect('"');
    int from = position;
    int characters = 0;
    boolean escaped = false;
    while (true) {
      int plainEnd = ByteScan.plainEnd(bytes, position, end);
      characters += plainEnd - position;
      position = plainEnd;
      if (position == end) {
        throw malformed("a string does not end");
      }
      byte next = bytes[position];
      if (next == '"') {
        string.set(bytes, from, position++, characters, escaped);
        return;
      }
      if (next == '\\') {
        escaped = true;
        passEscape();
      } else if (next >= 0) {
        throw malformed("a control character is not escaped");
      } else {
        passUtf8();
      }
      characters++;
    }
  }

  /** Passes one escape, or the two of a pair of surrogates. */
  private void passEscape() throws BadValue {
    if (end - position < 2) {
      throw malformed("a string does not end");
    }
    if (bytes[position + 1] != 'u') {
      if ("\"\\/bfnrt".indexOf(bytes[position + 1]) < 0) {
        throw malformed("there is no such escape");
      }
      position += 2;
      return;
    }
    char unit = escapedUnit();
    position += 6;
    if (!Character.isSurrogate(unit)) {
      return;
    }
    boolean paired =
        Character.isHighSurrogate(unit)
            && end - position >= 2
            && bytes[position] == '\\'
            && bytes[position + 1] == 'u'
            && Character.isLowSurrogate(escapedUnit());
    if (!paired) {
      throw BadValue.of(
          "lone_surrogate",
          null,
          "The escape before byte " + (position - start) + " of the line is half a pair.");
    }
    position += 6;
  }

  private char escapedUnit() throws BadValue {
    int unit = end - position < 6 ? -1 : JsonString.hex(bytes, position + 2);
    if (unit < 0) {
      throw malformed("four hexadecimal digits are missing");
    }
    return (char) unit;
  }

  /** Passes a character of two to four bytes (RFC 3629, section 4). */
  private void passUtf8() throws BadValue {
    int lead = bytes[position] & 0xFF;
    int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    boolean valid = lead >= 0xC2 && lead <= 0xF4 && end - position >= length;
    for (int i = 1; valid && i < length; i++) {
      valid = (bytes[position + i] & 0xC0) == 0x80;
    }
    if (valid && length > 2) {
      int first = (lead & 0x0F) << 6 | bytes[position + 1] & 0x3F;
      valid =
          length == 3
              ? first >= 0x20 && (first < 0x360 || first >= 0x380)
              : first >= 0x10 && first < 0x110;
    }
    if (!valid) {
      throw BadValue.of(
          "invalid_utf8",
          null,
          "The line is not UTF-8 from its byte " + (position - start) + " on.");
    }
    position += length;
  }

  /** Passes true, false or null. */
  final void passLiteral() throws BadValue {
    byte[] literal = next() == 't' ? TRUE : next() == 'f' ? FALSE : NULL;
    for (byte letter : literal) {
      if (position == end || bytes[position] != letter) {
        throw malformed("there is no such value");
      }
      position++;
    }
  }

  final void passNumber() throws BadValue {
    if (bytes[position] == '-') {
      position++;
    }
    if (position < end && bytes[position] == '0') {
      position++;
    } else {
      passDigits();
    }
    if (position < end && bytes[position] == '.') {
      position++;
      passDigits();
    }
    if (position < end && (bytes[position] | 0x20) == 'e') {
      position++;
      if (position < end && (bytes[position] == '+' || bytes[position] == '-')) {
        position++;
      }
      passDigits();
    }
  }

  private void passDigits() throws BadValue {
    int from = position;
    while (position < end && bytes[position] >= '0' && bytes[position] <= '9') {
      position++;
    }
    if (position == from) {
      throw malformed("there is no such value");
    }
  }

  /** The first byte of the next word, which stays next. */
  final byte next() throws BadValue {
    if (isAtEnd()) {
      throw malformed("it ends too early");
    }
    return bytes[position];
  }

  final void expect(char punctuation) throws BadValue {
    if (next() != punctuation) {
      throw malformed("a " + punctuation + " is missing");
    }
    position++;
  }

  /** Whether nothing but white space follows. */
  final boolean isAtEnd() {
    passWhiteSpace();
    return position == end;
  }

  private void passWhiteSpace() {
    while (position < end && isWhiteSpace(bytes[position])) {
      position++;
    }
  }

  static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  final BadValue malformed(String why) {
    return BadValue.of(
        "malformed_json",
        null,
        "The line is not JSON at its byte " + (position - start) + ": " + why + ".");
  }
}
