package io.lakebeam.read;

/**
 * Goes through one JSON text (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>) from
 * its first byte to its last, and checks all of it: what the caller reads as well as what it skips.
 *
 * <p>What is wrong is a {@link BadValue}: {@code malformed_json} (also for more than {@value
 * #MOST_NESTED} values one inside the other), {@code invalid_utf8} (strict: nothing overlong, no
 * surrogates, nothing above U+10FFFF), or {@code lone_surrogate} (an escaped half of a pair).
 */
public final class JsonCursor extends JsonTokens {
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

  private final JsonString name = new JsonString();
  private final JsonString skipped = new JsonString();
  private final TextDictionary texts = new TextDictionary();
  private int depth;

  /** Whether nothing was read yet of the object or array that was entered last. */
  private boolean entered;

  /** Begins with the text {@code bytes[from, to)}. */
  public void reset(byte[] bytes, int from, int to) {
    begin(bytes, from, to);
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
      expect(closing);
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

  /** A string that was read, as an object that is the same for short ones that come again. */
  public String text(JsonString string) throws BadValue {
    return string.text(texts);
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
      case NULL:
        passLiteral();
        break;
      case NUMBER:
        passNumber();
        break;
    }
  }

  /** Makes sure that nothing but white space follows. */
  public void expectEnd() throws BadValue {
    if (!isAtEnd()) {
      throw malformed("something follows the value");
    }
  }
}
