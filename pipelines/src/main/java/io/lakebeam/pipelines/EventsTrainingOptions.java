package io.lakebeam.pipelines;

import io.lakebeam.events.AsOf;
import io.lakebeam.lake.TableFormat;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** Options of {@code events-training}. */
public interface EventsTrainingOptions extends PartitionedTableOptions {
  @Description(
      "The first moment of the events to look at: \"2019-10-20 00:00:00\" or ISO 8601; UTC unless it"
          + " has an offset.")
  @Listed(at = 1, otherwise = "none, must be given")
  @Validation.Required
  String getStart();

  void setStart(String start);

  @Description("The last moment, included; after --start.")
  @Listed(at = 2, otherwise = "none, must be given")
  @Validation.Required
  String getEnd();

  void setEnd(String end);

  @Description(
      "What to read: a file, a directory (every visible file beneath it), a glob, or a"
          + " comma-separated list of them; braces with a pattern of years and months stand for every"
          + " month of the range, such as {yyyy-MMM} for 2019-Oct.")
  @Listed(at = 3, otherwise = "landing/events under the lake")
  @Override
  @Nullable String getInput();

  @Description(
      "With session-end features tell of the whole session, with first-purchase those of a purchased row only"
          + " of what happened strictly before the first purchase of its product in the session.")
  @Listed(at = 4)
  @Default.Enum("SESSION_END")
  AsOf getAsOf();

  void setAsOf(AsOf asOf);

  @Description(
      "Adds a column split that deals users to train, validation and test: three shares that sum to"
          + " 1, such as 0.8,0.1,0.1.")
  @Listed(at = 5, otherwise = "no such column")
  @Nullable String getSplit();

  void setSplit(@Nullable String split);

  @Description("Take one of events that are equal in all nine columns.")
  @Listed(at = 6)
  @Default.Boolean(false)
  boolean getDeduplicate();

  void setDeduplicate(boolean deduplicate);

  @Description("How the table is stored: parquet or csv.")
  @Listed(at = 7)
  @Default.Enum("PARQUET")
  TableFormat getFormat();

  void setFormat(TableFormat format);

  @Description(
      "How many files to write, fewer if there are fewer users; 0 for as many as suit the input. Not"
          + " with --targetFileSize.")
  @Listed(at = 8)
  @Limits(atLeast = 0, atMost = 10_000)
  @Default.Integer(0)
  int getShards();

  void setShards(int shards);

  @Description(
      "Cut big files into ranges that are read in parallel; set false for CSV whose quoted fields"
          + " hold newlines.")
  @Listed(at = 9)
  @Default.Boolean(true)
  boolean getSplitFiles();

  void setSplitFiles(boolean splitFiles);
}
