package io.lakebeam.pile;

import io.lakebeam.lake.Table;
import io.lakebeam.lake.Utf8Text;
import org.jspecify.annotations.Nullable;

/** A text and the set that it belongs to. The object is used again for the next one. */
public final class Document {
  static final String SET_NAME = "set_name";

  /** The silver table: the texts that passed every rule, and their measures. */
  public static final Table<Document> TABLE = table();

  private final Utf8Text text = new Utf8Text();
  private final TextQuality quality = new TextQuality();
  private boolean measured;
  private long characters;
  private @Nullable String setName;

  private static Table<Document> table() {
    Table<Document> table =
        Table.<Document>named("silver/pile", "A text that passed every rule.")
            .longText("text", Document::getText)
            .partitionedByText(SET_NAME, Document::getSetName);
    for (QualityMeasure measure : QualityMeasure.values()) {
      if (measure.isCount()) {
        table.nullableInt32(measure.column(), text -> (long) text.getQuality().value(measure));
      } else {
        table.nullableDouble(measure.column(), text -> text.getQuality().value(measure));
      }
    }
    return table;
  }

  /** The table of texts that are measured or not. */
  public static Table<Document> table(Quality quality) {
    Table<Document> table = TABLE;
    for (QualityMeasure measure : QualityMeasure.values()) {
      table = quality == Quality.NONE ? table.without(measure.column()) : table;
    }
    return table;
  }

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

  /** The measures of the text, which are taken when they are first asked for. */
  TextQuality getQuality() {
    if (!measured) {
      quality.measure(text);
      measured = true;
    }
    return quality;
  }

  /** Sets all that it is, once its {@link #getText} is set. */
  void set(long characters, @Nullable String setName) {
    measured = false;
    this.characters = characters;
    this.setName = setName;
  }
}
