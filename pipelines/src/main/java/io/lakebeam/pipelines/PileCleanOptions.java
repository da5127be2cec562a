package io.lakebeam.pipelines;

import io.lakebeam.lake.PageCompression;
import io.lakebeam.pile.Deduplication;
import io.lakebeam.pile.Normalization;
import io.lakebeam.pile.Quality;
import java.util.List;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code pile-clean}. */
public interface PileCleanOptions extends PartitionedTableOptions {
  @Description("Keep texts of more than so many code points.")
  @Listed(at = 1)
  @Limits(atLeast = 0)
  @Default.Long(100)
  long getMinLength();

  void setMinLength(long minLength);

  @Description(
      "Drop texts that contain this phrase. May be given several times, or as a list with commas,"
          + " which no phrase can hold; what is given replaces the default.")
  @Listed(at = 2, otherwise = "copyright")
  @Nullable List<String> getDropContaining();

  void setDropContaining(@Nullable List<String> dropContaining);

  @Description("Find the phrases whatever the case of their letters, by Unicode's simple folding.")
  @Listed(at = 3)
  @Default.Boolean(false)
  boolean getIgnoreCase();

  void setIgnoreCase(boolean ignoreCase);

  @Description(
      "With none, keep all texts. With exact, of texts that differ in white space only keep one: that"
          + " with the smallest set name and text. With near, keep one of those too that have most of their five-word phrases in"
          + " common (MinHash, Jaccard similarity of about 0.8).")
  @Listed(at = 4, otherwise = "none: all texts")
  @Default.Enum("NONE")
  Deduplication getDeduplicate();

  void setDeduplicate(Deduplication deduplicate);

  @Description(
      "With none, leave texts as they are spelled. With nfc, bring them into Unicode's form NFC and drop control characters but tab and line"
          + " feed, before any rule looks at them.")
  @Listed(at = 5, otherwise = "none: as they came")
  @Default.Enum("NONE")
  Normalization getNormalize();

  void setNormalize(Normalization normalize);

  @Description(
      "Replace mail addresses, IPv4 addresses and phone numbers by <email>, <ipv4> and <phone>,"
          + " before any rule looks at them.")
  @Listed(at = 6)
  @Default.Boolean(false)
  boolean getMaskPii();

  void setMaskPii(boolean maskPii);

  @Description(
      "With gopher-columns, add columns of the Gopher measures of quality and repetition; with gopher,"
          + " also drop texts that the Gopher rules drop; with none, do neither.")
  @Listed(at = 7, otherwise = "none: no columns, no rule")
  @Default.Enum("NONE")
  Quality getQuality();

  void setQuality(Quality quality);

  @Description("How the pages of the Parquet files are compressed: zstd or snappy.")
  @Listed(at = 8)
  @Default.Enum("ZSTD")
  PageCompression getCodec();

  void setCodec(PageCompression codec);

  @Description("The longest line that is read; a longer one is a reject.")
  @Listed(at = 9)
  @Limits(atLeast = 1, atMost = 512 << 20)
  @Default.Integer(64 << 20)
  int getMaxLineBytes();

  void setMaxLineBytes(int maxLineBytes);

  @Description("Print, after the run, a Markdown table of what became of the texts of each set.")
  @Listed(at = 10)
  @Default.Boolean(false)
  boolean getSummary();

  void setSummary(boolean summary);
}
