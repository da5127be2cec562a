package io.lakebeam.pile;

import io.lakebeam.lake.Table;
import io.lakebeam.lake.Utf8Text;
import org.jspecify.annotations.Nullable;

/** A text and the set that it belongs to. The object is used again for the next one. */
public final class Document {
  static final String SET_NAME = "set_name";

  /** The silver table: the texts that passed every rule. */
  public static final Table<Document> TABLE =
      Table.<Document>named("silver/pile", "A text that passed every rule.")
          .longText("text", Document::getText)
          .partitionedByText(SET_NAME, Document::getSetName);

  private final Utf8Text text = new Utf8Text();
  private long characters;
  private @Nullable String setName;

  public Utf8Text getText() {
    return text;
  }

  /** The length of the text in code points. */
  public long getCharacters() {
    return characters;
  }

  /** Null where the text belongs to no set; never empty. */
  public @Nullable String getSetName() {
    return setName;
  }

  /** Sets all that it is but the bytes of its {@link #getText}. */
  void set(long characters, @Nullable String setName) {
    this.characters = characters;
    this.setName = setName;
  }
}
