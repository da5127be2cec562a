package io.lakebeam.read;

import io.lakebeam.write.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reader makes of a file or its ranges, in the words of {@link CsvOracle}. */
final class CsvReading {
  final List<String> entries = new ArrayList<>();
  final List<Span> spans = new ArrayList<>();
  private final int maxRecordBytes;
  private final int windowBytes;

  CsvReading(int maxRecordBytes, int windowBytes) {
    this.maxRecordBytes = maxRecordBytes;
    this.windowBytes = windowBytes;
  }

  /** The columns of a format are c0, c1, … */
  static CsvFormat format(int columns) {
    String[] names = new String[columns];
    for (int i = 0; i < columns; i++) {
      names[i] = "c" + i;
    }
    return CsvFormat.of(names);
  }

  void read(FileRange range, CsvFormat format) throws IOException {
    try (CsvReader reader = CsvReader.open(range, format, maxRecordBytes, windowBytes)) {
      while (reader.next()) {
        CsvReader.Flaw flaw = reader.flaw();
        if (flaw == null) {
          entries.add(entry(reader.record(), format.columns().size()));
        } else {
          entries.add(flaw.offset + " " + flaw.reason + " " + latin1(flaw.payload));
        }
      }
      if (reader.span() != null) {
        spans.add(reader.span());
      }
    }
  }

  private static String entry(CsvRecord record, int columns) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(record.fields(), columns); i++) {
      fields.add(text(record, i));
    }
    return record.offset()
        + " record "
        + latin1(record.payload())
        + " fields "
        + record.fields()
        + fields;
  }

  private static String text(CsvRecord record, int column) {
    try {
      return record.text(column);
    } catch (BadValue e) {
      return e.reason();
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Whether the spans say that the file was read from its beginning to its end. */
  boolean joined(long fileBytes) {
    spans.sort(Comparator.comparingLong(Span::begin).thenComparingLong(Span::next));
    long at = 0;
    for (Span span : spans) {
      if (span.begin() != at || span.end() != fileBytes) {
        return false;
      }
      at = span.next();
    }
    return at == fileBytes;
  }
}
