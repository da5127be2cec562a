package io.lakebeam.trades;

import io.lakebeam.lake.Table;
import io.lakebeam.sample.DirtyRows;
import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SampleFiles;
import io.lakebeam.sample.SplitMix64;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * Sample input: the CSV files of a made-up power exchange, as {@code trades-ingest} reads them. The
 * same rows, seed and dirty share give the same bytes on every machine and JDK; a file can be made
 * without the others, in any order and at the same time.
 *
 * <p>The exchange reports each deal twice, a SELL line and then a BUY line with the same trade id,
 * price and volume; the areas differ where the deal crosses a border. Deals are in order of
 * execution (to the millisecond), from 2023-01-01 on: a day for every 2,000 rows, at most 365 days.
 *
 * <p>Dirty lines are among the rows, not beside them: exactly {@code round(rows x dirty)} lines,
 * spread evenly, are spoiled such that they must be rejected. The others are the same whatever the
 * dirty share.
 */
public final class TradeGenerator implements SampleFiles {
  /** Where the exchange's files arrive; lines of text, so it has no columns. */
  public static final Table<String> LANDING =
      Table.named("landing/trades", "A line of one of the exchange's CSV files.");

  /** What samples are named. */
  public static final Pattern NAMES = Pattern.compile("trades-\\d{5}\\.csv");

  /** The most rows in one file; even, so that both lines of a deal stand in one file. */
  static final int ROWS_PER_FILE = 1_000_000;

  /** A comment and the header. */
  static final int LINES_BEFORE_ROWS = 2;

  /** 2,000 files; the products of row numbers stay within a long. */
  private static final long MOST_ROWS = 2_000L * ROWS_PER_FILE;

  private static final int FILES = 11;
  private static final int DIRTY_PLACES = 12;
  private static final int DEFECTS = 13;

  private final long rows;
  private final long seed;
  private final DirtyRows dirtyRows;
  private final SampleClock clock;
  private final SampleMarket market;
  private final SampleLines lines;

  private TradeGenerator(long rows, long seed, double dirty) {
    this.rows = rows;
    this.seed = seed;
    this.dirtyRows =
        new DirtyRows(
            rows,
            dirty,
            SplitMix64.hash(seed, DIRTY_PLACES),
            SplitMix64.hash(seed, DEFECTS),
            SampleDefect.values());
    this.clock = new SampleClock(rows, rows / 2 + rows % 2);
    this.market = new SampleMarket(seed);
    this.lines = new SampleLines(clock.days());
  }

  /**
   * The files of a sample.
   *
   * @param rows lines beside comments and headers, at most 2 billion
   * @param seed any number
   * @param dirty the share of malformed lines, from 0 to 1
   */
  public static TradeGenerator of(long rows, long seed, double dirty) {
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IllegalArgumentException("Rows from 0 to " + MOST_ROWS + ", not " + rows);
    }
    if (!(dirty >= 0 && dirty <= 1)) {
      throw new IllegalArgumentException("A dirty share from 0 to 1, not " + dirty);
    }
    return new TradeGenerator(rows, seed, dirty);
  }

  @Override
  public int files() {
    return (int) Math.max(1, (rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE);
  }

  /** How many rows a file has. */
  public long rows(int file) {
    return Math.min(ROWS_PER_FILE, rows - (long) file * ROWS_PER_FILE);
  }

  /** The name of a file, from 0: {@code trades-00000.csv}. */
  @Override
  public String name(int file) {
    return "trades-" + Integer.toString(100_000 + file).substring(1) + ".csv";
  }

  /** How many lines of all files are malformed. */
  public long dirtyRows() {
    return dirtyRows.count();
  }

  @Override
  public String mimeType() {
    return "text/csv";
  }

  @Override
  public int linesBeforeRows() {
    return LINES_BEFORE_ROWS;
  }

  @Override
  public long write(int file, OutputStream out) throws IOException {
    if (file < 0 || file >= files()) {
      throw new IllegalArgumentException("No file " + file + " of " + files());
    }
    LineBuffer buffer = new LineBuffer();
    buffer.append("# Sample trades, seed " + seed + ", file " + (file + 1) + " of " + files());
    buffer.endLine(out);
    buffer.append(SampleLines.HEADER);
    buffer.endLine(out);

    long first = (long) file * ROWS_PER_FILE;
    long end = Math.min(rows, first + ROWS_PER_FILE);
    SplitMix64 random = new SplitMix64(SplitMix64.hash(SplitMix64.hash(seed, FILES), file));
    SampleDeal deal = new SampleDeal();
    for (long row = first; row < end; row++) {
      if (row % 2 == 0) {
        market.draw(row / 2, clock.executionMicros(row / 2, random), random, deal);
      }
      int mark = buffer.length();
      lines.append(deal, row % 2 == 0 ? Side.SELL : Side.BUY, buffer);
      dirtyRows.spoil(row, mark, buffer);
      buffer.endLine(out);
    }
    buffer.flushTo(out);
    return end - first;
  }
}
