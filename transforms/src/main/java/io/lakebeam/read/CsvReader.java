package io.lakebeam.read;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.write.Span;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records that begin in one range of a file, one after another.
 *
 * <p>The records of a file form a chain: each begins where the one before it ended (a blank line is
 * a link too, but no record). A range that does not begin the file enters the chain at its first
 * line start, and its {@link Span} says where it entered and where it left. A quoted line feed can
 * make it enter beside the chain; then the spans do not join, and the run fails instead of
 * publishing wrong rows.
 */
final class CsvReader implements Closeable {
  /** A longer record, without its line end, is a reject. */
  static final int MAX_RECORD_BYTES = 1 << 20;

  /** How much of a line that is too long its reject shows. */
  static final int MAX_PAYLOAD_BYTES = 64 << 10;

  private static final int WINDOW_BYTES = 256 << 10;
  private static final int LONGEST_LINE_END = 2;

  private final FileRange range;
  private final boolean compressed;
  private final int maxRecordBytes;
  private final ByteWindow window;
  private final FieldSplitter splitter;
  private final CsvHeader header;
  private final CsvRecord record;
  private final long end;
  private final long begin;
  private @Nullable Flaw flaw;

  /** Why the reader could not make a record of a line. */
  static final class Flaw {
    final long offset;
    final String reason;
    final String message;
    final byte[] payload;

    private Flaw(long offset, String reason, String message, byte[] payload) {
      this.offset = offset;
      this.reason = reason;
      this.message = message;
      this.payload = payload;
    }
  }

  private CsvReader(
      FileRange range, CsvFormat format, CsvHeader header, ByteWindow window, int maxRecordBytes) {
    this.range = range;
    this.compressed = ByteWindow.isCompressed(range.path());
    this.maxRecordBytes = maxRecordBytes;
    this.window = window;
    this.header = header;
    this.splitter = new FieldSplitter(header.fields());
    this.record = new CsvRecord(format, header, splitter);
    this.end = compressed ? Long.MAX_VALUE : range.end();
    this.begin = range.start() == 0 ? 0 : window.offset();
  }

  static CsvReader open(FileRange range, CsvFormat format) throws IOException {
    return open(range, format, MAX_RECORD_BYTES, WINDOW_BYTES);
  }

  static CsvReader open(FileRange range, CsvFormat format, int maxRecordBytes, int windowBytes)
      throws IOException {
    if (range.start() == 0) {
      ByteWindow window = ByteWindow.open(range.path(), range.fileBytes(), 0, windowBytes);
      try {
        CsvHeader header = CsvHeader.next(window, range.path(), format);
        return new CsvReader(range, format, header, window, maxRecordBytes);
      } catch (RuntimeException e) {
        window.close();
        throw e;
      }
    }
    CsvHeader header = CsvHeader.read(LakeFile.of(range.path(), range.fileBytes()), format);
    boolean inHeader = range.start() <= header.end();
    long start = inHeader ? header.end() : range.start() - 1;
    ByteWindow window = ByteWindow.open(range.path(), range.fileBytes(), start, windowBytes);
    if (!inHeader) {
      // From the byte before the range: if that is a line feed, a line starts with the range.
      window.skipLine(range.end());
    }
    return new CsvReader(range, format, header, window, maxRecordBytes);
  }

  CsvHeader header() {
    return header;
  }

  /** Moves to the next record, or to a line that is none ({@link #flaw}). False at the end. */
  boolean next() {
    flaw = null;
    while (window.offset() < end && window.has(1)) {
      if (window.bytes()[window.position()] > '\r' || !passBlankLine()) {
        readRecord();
        return true;
      }
    }
    return false;
  }

  private boolean passBlankLine() {
    int length = 1;
    if (window.bytes()[window.position()] == '\r') {
      length = window.has(2) ? 2 : 1;
    }
    byte last = window.bytes()[window.position() + length - 1];
    boolean blank = last == '\n' || length == 1 && last == '\r';
    if (blank) {
      window.moveTo(window.position() + length);
    }
    return blank;
  }

  private void readRecord() {
    while (true) {
      int from = window.position();
      boolean full = window.limit() - from >= maxRecordBytes + LONGEST_LINE_END;
      int limit = full ? from + maxRecordBytes + LONGEST_LINE_END : window.limit();
      boolean last = window.ended() && limit == window.limit();
      FieldSplitter.Outcome outcome = splitter.split(window.bytes(), from, limit, last);
      if (outcome == FieldSplitter.Outcome.WHOLE && splitter.textEnd() - from <= maxRecordBytes) {
        record.set(window.bytes(), window.offset());
        window.moveTo(splitter.next());
        return;
      }
      if (outcome != FieldSplitter.Outcome.CUT || full) {
        flaw = passFlaw();
        return;
      }
      window.more();
    }
  }

  /** Gives up one line only: where the quoting is violated, nothing tells how far it reaches. */
  private Flaw passFlaw() {
    long offset = window.offset();
    int lineEnd = window.lineEnd(maxRecordBytes + LONGEST_LINE_END);
    int from = window.position();
    if (lineEnd >= 0 && window.textEnd(lineEnd) - from <= maxRecordBytes) {
      byte[] payload = Arrays.copyOfRange(window.bytes(), from, window.textEnd(lineEnd));
      window.skipLine();
      return new Flaw(
          offset,
          "malformed_quotes",
          "A quoted field is not closed within "
              + maxRecordBytes
              + " bytes, or is followed by something other than a comma; this is the first line.",
          payload);
    }
    int shown = Math.min(maxRecordBytes, MAX_PAYLOAD_BYTES);
    byte[] payload = Arrays.copyOfRange(window.bytes(), from, from + shown);
    long length = window.skipLine();
    return new Flaw(
        offset,
        "record_too_long",
        "The line has "
            + length
            + " bytes, more than the "
            + maxRecordBytes
            + " of the longest record; these are its first "
            + shown
            + ".",
        payload);
  }

  /** What is wrong with the line that {@link #next} moved to; null if it is a {@link #record}. */
  @Nullable Flaw flaw() {
    return flaw;
  }

  CsvRecord record() {
    return record;
  }

  /**
   * What was read, once {@link #next} said there is no more; null if no line starts in the range.
   */
  @Nullable Span span() {
    long fileEnd = compressed ? window.offset() : range.fileBytes();
    if (range.start() > 0 && begin >= range.end()) {
      return null;
    }
    return Span.of(range.path(), begin, window.offset(), fileEnd);
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
