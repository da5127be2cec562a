package io.lakebeam.pile;

import io.lakebeam.lake.Table;
import io.lakebeam.sample.DirtyRows;
import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SampleFiles;
import io.lakebeam.sample.SplitMix64;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * Sample input: JSON lines as the Pile has them, of made-up documents of its 22 sets, as {@code
 * pile-clean} reads them. The same rows, seed and dirty share give the same bytes on every machine
 * and JDK; a file can be made without the others.
 *
 * <p>Sets have the Pile's own shares and sizes of documents ({@link SampleSet}), so a document has
 * 5.9 KiB on average, and a small sample lacks the rare sets of very long ones. One document in 33
 * is a copy of another one, one in 100 each a copy in another set and a copy in other white space,
 * one in 25 a copy with some of its words replaced.
 *
 * <p>Dirty lines are among the rows, not beside them: exactly {@code round(rows x dirty)} lines are
 * spoiled such that they must be rejected. The others are the same whatever the dirty share.
 */
public final class PileGenerator implements SampleFiles {
  /** Where the Pile's files lie; lines of text, so it has no columns. */
  public static final Table<String> RAW =
      Table.named("raw/pile", "A line of one of the Pile's JSON files.");

  /** What samples are named; the Pile's own files are not named so. */
  public static final Pattern NAMES = Pattern.compile("sample-\\d{5}\\.jsonl");

  /** About 120 MB. */
  static final int ROWS_PER_FILE = 20_000;

  private static final int DIRTY_PLACES = 1;
  private static final int DEFECTS = 2;

  private final long rows;
  private final long seed;
  private final DirtyRows dirtyRows;

  private PileGenerator(long rows, long seed, double dirty) {
    this.rows = rows;
    this.seed = seed;
    this.dirtyRows =
        new DirtyRows(
            rows,
            dirty,
            SplitMix64.hash(seed, DIRTY_PLACES),
            SplitMix64.hash(seed, DEFECTS),
            SampleDocumentDefect.values());
  }

  /**
   * The files of a sample.
   *
   * @param rows documents, malformed ones included
   * @param seed any number
   * @param dirty the share of malformed lines, from 0 to 1
   */
  public static PileGenerator of(long rows, long seed, double dirty) {
    if (rows < 0 || !(dirty >= 0 && dirty <= 1)) {
      throw new IllegalArgumentException("No sample of " + rows + " rows, dirty " + dirty);
    }
    return new PileGenerator(rows, seed, dirty);
  }

  @Override
  public int files() {
    return (int) Math.max(1, (rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
  }

  /** The name of a file, from 0: {@code sample-00000.jsonl}. */
  @Override
  public String name(int file) {
    return "sample-" + Integer.toString(100_000 + file).substring(1) + ".jsonl";
  }

  @Override
  public String mimeType() {
    return "application/x-ndjson";
  }

  @Override
  public int linesBeforeRows() {
    return 0;
  }

  /** How many lines of all files are malformed. */
  public long dirtyRows() {
    return dirtyRows.count();
  }

  @Override
  public long write(int file, OutputStream out) throws IOException {
    LineBuffer buffer = new LineBuffer();
    long first = (long) file * ROWS_PER_FILE;
    long end = Math.min(rows, first + ROWS_PER_FILE);
    for (long row = first; row < end; row++) {
      int mark = buffer.length();
      SampleDocument.at(seed, row).appendTo(buffer);
      dirtyRows.spoil(row, mark, buffer);
      buffer.endLine(out);
    }
    buffer.flushTo(out);
    return end - first;
  }
}
