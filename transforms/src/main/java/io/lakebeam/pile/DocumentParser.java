package io.lakebeam.pile;

import io.lakebeam.lake.Partition;
import io.lakebeam.read.BadValue;
import io.lakebeam.read.JsonCursor;
import io.lakebeam.read.JsonCursor.Kind;
import io.lakebeam.read.JsonString;
import io.lakebeam.read.LineParser;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line such as {@code {"text": "…", "meta": {"pile_set_name": "Pile-CC"}}}. Other fields are
 * checked and ignored; of fields with the same name the last one counts. A name that is absent,
 * null or empty, or a meta that is no object, is a document of no set.
 *
 * <p>The reasons of rejects are those of {@link JsonCursor}, {@code not_an_object}, {@code
 * missing_value} (no text, or null), {@code wrong_type} (a text or a name that is no string) and
 * {@code name_too_long} (no directory could be named so).
 */
public final class DocumentParser implements LineParser<Document> {
  private static final byte[] TEXT = ascii("text");
  private static final byte[] META = ascii("meta");
  private static final byte[] PILE_SET_NAME = ascii("pile_set_name");
  private static final String SET_NAME_COLUMN = "meta.pile_set_name";

  /** Of a directory's name, in bytes: what Linux's file systems take. */
  private static final int LONGEST_DIRECTORY = 255;

  /** Of a name, in UTF-16 units: each becomes three bytes at most, escaped or as UTF-8. */
  private static final int SURELY_FITS = 80;

  private final JsonCursor json = new JsonCursor();
  private final JsonString text = new JsonString();
  private final JsonString setName = new JsonString();
  private final Document document = new Document();
  private @Nullable Kind textKind;
  private @Nullable Kind setNameKind;

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public Document parse(byte[] bytes, int from, int to) throws BadValue {
    json.reset(bytes, from, to);
    Kind kind = json.kind();
    if (kind == Kind.OBJECT) {
      readFields();
    } else {
      json.skipValue();
    }
    json.expectEnd();
    if (kind != Kind.OBJECT) {
      throw BadValue.of("not_an_object", null, "The line is " + named(kind) + ", not an object.");
    }
    checkText();
    String name = setName();
    text.unescape();
    document.getText().set(bytes, text.from(), text.to() - text.from());
    document.set(text.characters(), name);
    return document;
  }

  private void readFields() throws BadValue {
    textKind = null;
    setNameKind = null;
    json.enterObject();
    while (json.nextField()) {
      if (json.isField(TEXT)) {
        textKind = read(text);
      } else if (json.isField(META)) {
        readMeta();
      } else {
        json.skipValue();
      }
    }
  }

  private void readMeta() throws BadValue {
    setNameKind = null;
    if (json.kind() != Kind.OBJECT) {
      json.skipValue();
      return;
    }
    json.enterObject();
    while (json.nextField()) {
      if (json.isField(PILE_SET_NAME)) {
        setNameKind = read(setName);
      } else {
        json.skipValue();
      }
    }
  }

  private Kind read(JsonString string) throws BadValue {
    Kind kind = json.kind();
    if (kind == Kind.STRING) {
      json.readString(string);
    } else {
      json.skipValue();
    }
    return kind;
  }

  private void checkText() throws BadValue {
    if (textKind == null || textKind == Kind.NULL) {
      throw BadValue.of("missing_value", "text", "There is no text.");
    }
    checkString(textKind, "text");
  }

  private @Nullable String setName() throws BadValue {
    if (setNameKind == null || setNameKind == Kind.NULL) {
      return null;
    }
    checkString(setNameKind, SET_NAME_COLUMN);
    if (setName.isEmpty()) {
      return null;
    }
    String name = json.text(setName);
    if (name.length() > SURELY_FITS) {
      checkLength(name);
    }
    return name;
  }

  private static void checkString(Kind kind, String column) throws BadValue {
    if (kind != Kind.STRING) {
      throw BadValue.of("wrong_type", column, "The value is " + named(kind) + ", not a string.");
    }
  }

  private static void checkLength(String name) throws BadValue {
    String directory = Partition.directory(Document.SET_NAME, name);
    int bytes = directory.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_DIRECTORY) {
      throw BadValue.of(
          "name_too_long",
          SET_NAME_COLUMN,
          "A directory would need "
              + bytes
              + " bytes for its name; "
              + LONGEST_DIRECTORY
              + " fit.");
    }
  }

  private static String named(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.NULL ? name : (kind == Kind.ARRAY ? "an " : "a ") + name;
  }
}
