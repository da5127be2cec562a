package io.lakebeam.read;

import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Span;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * Reads ranges of files of JSON lines: every line becomes a row or a reject, each counted as read,
 * rows as kept. The span that was read goes into the tally.
 *
 * <p>Rejects have the reasons {@code line_too_long} and those of the {@link LineParser}. The
 * payload is the whole line; of one that is too long the first 64 KiB. A file that cannot be read
 * fails the run.
 *
 * @param <T> the row
 */
public final class JsonLinesSource<T> implements Rows<FileRange, T> {
  private static final long serialVersionUID = 1;

  private final String step;
  private final int maxLineBytes;
  private final Parsers<T> parsers;

  /** Makes the parser of a range. */
  public interface Parsers<T> extends Supplier<LineParser<T>>, Serializable {}

  private JsonLinesSource(String step, int maxLineBytes, Parsers<T> parsers) {
    this.step = step;
    this.maxLineBytes = maxLineBytes;
    this.parsers = parsers;
  }

  /**
   * @param step the step's name, for its rejects
   * @param maxLineBytes the length of the longest line that is read, without its end
   */
  public static <T> JsonLinesSource<T> of(String step, int maxLineBytes, Parsers<T> parsers) {
    return new JsonLinesSource<>(step, maxLineBytes, parsers);
  }

  @Override
  public void emit(FileRange range, Output<T> output) throws IOException {
    LineParser<T> parser = parsers.get();
    try (LineReader lines = LineReader.open(range, maxLineBytes)) {
      while (lines.next()) {
        output.tally().addRead(1);
        if (lines.isTooLong()) {
          output.reject(tooLong(lines, range.path()));
        } else {
          parse(parser, lines, range.path(), output);
        }
      }
      Span span = lines.span();
      if (span != null) {
        output.tally().addSpan(span);
      }
    }
  }

  private void parse(LineParser<T> parser, LineReader lines, String path, Output<T> output) {
    T row;
    try {
      row = parser.parse(lines.bytes(), lines.from(), lines.to());
    } catch (BadValue e) {
      byte[] payload = lines.copy(Integer.MAX_VALUE);
      output.reject(
          Reject.of(step, path, lines.offset(), e.reason(), e.column(), e.message(), payload));
      return;
    }
    output.tally().addKept(1);
    output.row(row);
  }

  private Reject tooLong(LineReader lines, String path) {
    int shown = Math.min(maxLineBytes, CsvReader.MAX_PAYLOAD_BYTES);
    byte[] payload = lines.copy(shown);
    String message =
        "The line has "
            + lines.pass()
            + " bytes, more than the "
            + maxLineBytes
            + " of the longest line; these are its first "
            + shown
            + ".";
    return Reject.of(step, path, lines.offset(), "line_too_long", null, message, payload);
  }
}
