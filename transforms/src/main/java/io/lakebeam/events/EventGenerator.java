package io.lakebeam.events;

import io.lakebeam.lake.Table;
import io.lakebeam.sample.DirtyRows;
import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SampleFiles;
import io.lakebeam.sample.SplitMix64;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/**
 * Sample input: a made-up shop's events, one file a month from October 2019 on, in order of time,
 * as {@code events-training} reads them. The same rows, seed and dirty share give the same bytes on
 * every machine and JDK; a file can be made without the others.
 *
 * <p>There are two months, or more of {@value #ROWS_PER_MONTH} rows each. Users and products follow
 * power laws, sessions run across midnight and the ends of months, one in 64 has the id of another
 * user's, one event in 50 is there twice, and a third of the products have no category code.
 */
public final class EventGenerator implements SampleFiles {
  /** Where the shop's files arrive; lines of text, so it has no columns. */
  public static final Table<String> LANDING =
      Table.named("landing/events", "A line of one of the shop's CSV files.");

  /** What samples are named. */
  public static final Pattern NAMES = Pattern.compile("\\d{4}-[A-Z][a-z]{2}\\.csv");

  static final String HEADER =
      "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session";

  private static final YearMonth FIRST_MONTH = YearMonth.of(2019, 10);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyy-MMM'.csv'", Locale.ENGLISH);
  private static final int ROWS_PER_MONTH = 67_500_000;
  private static final int LEAST_MONTHS = 2;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int DIRTY_PLACES = 1;
  private static final int DEFECTS = 2;

  private final long rows;
  private final DirtyRows dirtyRows;
  private final int months;
  private final SampleSessions sessions;

  private EventGenerator(long rows, long seed, double dirty) {
    this.rows = rows;
    this.dirtyRows =
        new DirtyRows(
            rows,
            dirty,
            SplitMix64.hash(seed, DIRTY_PLACES),
            SplitMix64.hash(seed, DEFECTS),
            SampleEventDefect.values());
    this.months = (int) Math.max(LEAST_MONTHS, (rows + ROWS_PER_MONTH - 1) / ROWS_PER_MONTH);
    this.sessions = new SampleSessions(rows, seed, daysBefore(months));
  }

  /**
   * The files of a sample.
   *
   * @param rows lines beside headers
   * @param seed any number
   * @param dirty the share of malformed lines, from 0 to 1
   */
  public static EventGenerator of(long rows, long seed, double dirty) {
    if (rows < 0 || !(dirty >= 0 && dirty <= 1)) {
      throw new IllegalArgumentException("No sample of " + rows + " rows, dirty " + dirty);
    }
    return new EventGenerator(rows, seed, dirty);
  }

  /** Days from the first month's beginning to that of a later month. */
  private static int daysBefore(int month) {
    return (int)
        (FIRST_MONTH.plusMonths(month).atDay(1).toEpochDay() - FIRST_MONTH.atDay(1).toEpochDay());
  }

  @Override
  public int files() {
    return months;
  }

  /** Such as {@code 2019-Oct.csv}. */
  @Override
  public String name(int file) {
    return NAME.format(FIRST_MONTH.plusMonths(file));
  }

  @Override
  public String mimeType() {
    return "text/csv";
  }

  @Override
  public int linesBeforeRows() {
    return 1;
  }

  /** How many lines of all files are malformed. */
  public long dirtyRows() {
    return dirtyRows.count();
  }

  @Override
  public long write(int file, OutputStream out) throws IOException {
    long begin = (long) daysBefore(file) * SECONDS_PER_DAY;
    long end = (long) daysBefore(file + 1) * SECONDS_PER_DAY;
    LineBuffer buffer = new LineBuffer();
    buffer.append(HEADER);
    buffer.endLine(out);
    SampleEventLines lines =
        new SampleEventLines(FIRST_MONTH.atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
    PriorityQueue<SampleSession> open = new PriorityQueue<>();
    long next = sessions.firstThatMayReach(begin);
    long written = 0;
    while (true) {
      while (next < sessions.count()
          && sessions.start(next) < end
          && (open.isEmpty() || sessions.start(next) <= open.element().second())) {
        add(sessions.open(next++), begin, open);
      }
      SampleSession session = open.poll();
      if (session == null) {
        break;
      }
      if (session.second() < end) {
        append(session, lines, buffer);
        buffer.endLine(out);
        written++;
        if (advance(session)) {
          open.add(session);
        }
      }
    }
    buffer.flushTo(out);
    return written;
  }

  /** Passes over the events before the file. */
  private void add(SampleSession session, long begin, PriorityQueue<SampleSession> open) {
    boolean more = session.row() < rows;
    while (more && session.second() < begin) {
      more = advance(session);
    }
    if (more) {
      open.add(session);
    }
  }

  private boolean advance(SampleSession session) {
    return session.advance() && session.row() < rows;
  }

  private void append(SampleSession session, SampleEventLines lines, LineBuffer buffer) {
    int mark = buffer.length();
    lines.append(session, buffer);
    dirtyRows.spoil(session.row(), mark, buffer);
  }
}
