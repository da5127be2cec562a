package io.lakebeam.read;

import io.lakebeam.write.Output;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Rows;
import io.lakebeam.write.Span;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of CSV files: every record becomes a row or a reject, each counted as read, rows as
 * kept. The span that was read goes into the tally.
 *
 * <p>Rejects have the reasons {@code malformed_quotes} (the first line of a record whose quoting is
 * violated), {@code record_too_long} (more than 1 MiB), {@code wrong_field_count} and those of the
 * {@link RecordParser}. A file that cannot be read, or lacks a column, fails the run.
 *
 * @param <T> the row
 */
public final class CsvSource<T> implements Rows<FileRange, T> {
  private static final long serialVersionUID = 1;

  private final String step;
  private final CsvFormat format;
  private final RecordParser<T> parser;

  private CsvSource(String step, CsvFormat format, RecordParser<T> parser) {
    this.step = step;
    this.format = format;
    this.parser = parser;
  }

  /**
   * @param step the step's name, for its rejects
   */
  public static <T> CsvSource<T> of(String step, CsvFormat format, RecordParser<T> parser) {
    return new CsvSource<>(step, format, parser);
  }

  @Override
  public void emit(FileRange range, Output<T> output) throws IOException {
    try (CsvReader reader = CsvReader.open(range, format)) {
      while (reader.next()) {
        output.tally().addRead(1);
        CsvReader.Flaw flaw = reader.flaw();
        if (flaw == null) {
          parse(reader, range.path(), output);
        } else {
          output.reject(
              Reject.of(
                  step, range.path(), flaw.offset, flaw.reason, null, flaw.message, flaw.payload));
        }
      }
      Span span = reader.span();
      if (span != null) {
        output.tally().addSpan(span);
      }
    }
  }

  private void parse(CsvReader reader, String path, Output<T> output) {
    CsvRecord record = reader.record();
    int expected = reader.header().fields();
    if (record.fields() != expected) {
      String message = record.fields() + " fields where the header has " + expected + ".";
      output.reject(reject(record, path, "wrong_field_count", null, message));
      return;
    }
    T row;
    try {
      row = parser.parse(record);
    } catch (BadValue e) {
      output.reject(reject(record, path, e.reason(), e.column(), e.message()));
      return;
    }
    output.tally().addKept(1);
    output.row(row);
  }

  private Reject reject(
      CsvRecord record, String path, String reason, @Nullable String column, String message) {
    return Reject.of(step, path, record.offset(), reason, column, message, record.payload());
  }
}
