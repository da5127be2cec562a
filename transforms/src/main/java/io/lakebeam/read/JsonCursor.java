package io.lakebeam.read;

import java.nio.charset.StandardCharsets;

/**
 * Goes through one JSON text (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>) from
 * its first byte to its last, and checks all of it: what the caller reads as well as what it skips.
 *
 * <p>What is wrong is a {@link BadValue}: {@code malformed_json} (also for more than {@value
 * #MOST_NESTED} values one inside the other), {@code invalid_utf8} (strict: nothing overlong, no
 * surrogates, nothing above U+10FFFF), or {@code lone_surrogate} (an escaped half of a pair).
 */
public final class JsonCursor {
  /** The kinds of values. */
  public enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  static final int MOST_NESTED = 1000;

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final JsonString name = new JsonString();
  private final JsonString skipped = new JsonString();
  private final TextDictionary texts = new TextDictionary();
  private byte[] bytes = new byte[0];
  private int start;
  private int position;
  private int end;
  private int depth;

  /** Whether nothing was read yet of the object or array that was entered last. */
  private boolean entered;

  /** Begins with the text {@code bytes[from, to)}. */
  public void reset(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.start = from;
    this.position = from;
    this.end = to;
    this.depth = 0;
    this.entered = false;
  }

  /** What kind of value comes next. */
  public Kind kind() throws BadValue {
    switch (next()) {
      case '{':
        return Kind.OBJECT;
      case '[':
        return Kind.ARRAY;
      case '"':
        return Kind.STRING;
      case 't':
      case 'f':
        return Kind.BOOLEAN;
      case 'n':
        return Kind.NULL;
      default:
        return Kind.NUMBER;
    }
  }

  /** Goes into the object that comes next. */
  public void enterObject() throws BadValue {
    enter('{');
  }

  private void enter(char bracket) throws BadValue {
    expect(bracket);
    if (++depth > MOST_NESTED) {
      throw malformed("more than " + MOST_NESTED + " values are one inside the other");
    }
    entered = true;
  }

  /** Goes to the value of the next field; at the end of the object leaves it and says false. */
  public boolean nextField() throws BadValue {
    if (!nextMember('}')) {
      return false;
    }
    readString(name);
    expect(':');
    return true;
  }

  private boolean nextMember(char closing) throws BadValue {
    boolean first = entered;
    entered = false;
    if (next() == closing) {
      position++;
      depth--;
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  /** Whether the current field has that name, in ASCII. */
  public boolean isField(byte[] ascii) {
    return name.is(ascii);
  }

  /** Reads the string that comes next. */
  public void readString(JsonString string) throws BadValue {
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

  /** A string that was read, as an object that is the same for short ones that come again. */
  public String text(JsonString string) throws BadValue {
    if (!string.isEscaped()) {
      return texts.text(bytes, string.from(), string.to());
    }
    byte[] decoded = string.decoded();
    return texts.text(decoded, 0, decoded.length);
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

  /** Passes the value that comes next, whatever it is. */
  public void skipValue() throws BadValue {
    switch (kind()) {
      case OBJECT:
        enter('{');
        while (nextField()) {
          skipValue();
        }
        break;
      case ARRAY:
        enter('[');
        while (nextMember(']')) {
          skipValue();
        }
        break;
      case STRING:
        readString(skipped);
        break;
      case BOOLEAN:
        passLiteral(bytes[position] == 't' ? TRUE : FALSE);
        break;
      case NULL:
        passLiteral(NULL);
        break;
      case NUMBER:
        passNumber();
        break;
    }
  }

  private void passLiteral(byte[] literal) throws BadValue {
    for (byte letter : literal) {
      if (position == end || bytes[position] != letter) {
        throw malformed("there is no such value");
      }
      position++;
    }
  }

  private void passNumber() throws BadValue {
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

  /** Makes sure that nothing but white space follows. */
  public void expectEnd() throws BadValue {
    passWhiteSpace();
    if (position < end) {
      throw malformed("something follows the value");
    }
  }

  private byte next() throws BadValue {
    passWhiteSpace();
    if (position == end) {
      throw malformed("it ends too early");
    }
    return bytes[position];
  }

  private void expect(char punctuation) throws BadValue {
    if (next() != punctuation) {
      throw malformed("a " + punctuation + " is missing");
    }
    position++;
  }

  private void passWhiteSpace() {
    while (position < end && isWhiteSpace(bytes[position])) {
      position++;
    }
  }

  static boolean isWhiteSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private BadValue malformed(String why) {
    return BadValue.of(
        "malformed_json",
        null,
        "The line is not JSON at its byte " + (position - start) + ": " + why + ".");
  }
}
