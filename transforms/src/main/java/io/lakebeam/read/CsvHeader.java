package io.lakebeam.read;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file has its columns. The header is the first line that has at least three of the names
 * (or all, where there are fewer) as whole fields. What stands before it, and every line with a
 * leading {@code #} up to it, is comment. A line longer than a record may be is no header.
 */
public final class CsvHeader {
  private static final int ENOUGH_NAMES = 3;
  private static final int WINDOW_BYTES = 16 << 10;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final int[] positions;
  private final int fields;
  private final long end;

  private CsvHeader(int[] positions, int fields, long end) {
    this.positions = positions;
    this.fields = fields;
    this.end = end;
  }

  /**
   * Reads the header of a file, and no more of it than that.
   *
   * @throws LakeException ({@link ExitCode#BAD_PLACE}) if it cannot be read, has no header or lacks
   *     a column
   */
  public static CsvHeader read(LakeFile file, CsvFormat format) {
    try (ByteWindow window = ByteWindow.open(file.path(), file.bytes(), 0, WINDOW_BYTES)) {
      return next(window, file.path(), format);
    } catch (IOException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, file.path() + " cannot be closed: " + e.getMessage(), e);
    }
  }

  /** Moves a window that stands at a file's beginning behind the header. */
  static CsvHeader next(ByteWindow window, String path, CsvFormat format) {
    passByteOrderMark(window);
    int most = CsvReader.MAX_RECORD_BYTES;
    while (window.has(1)) {
      int lineEnd = window.lineEnd(most);
      if (lineEnd < 0) {
        window.skipLine();
        continue;
      }
      List<String> names = names(window, lineEnd);
      boolean last = lineEnd == window.limit();
      window.moveTo(last ? lineEnd : lineEnd + 1);
      long known = format.columns().stream().filter(names::contains).count();
      if (known >= Math.min(ENOUGH_NAMES, format.columns().size())) {
        return of(names, window.offset(), path, format);
      }
    }
    throw new LakeException(
        ExitCode.BAD_PLACE,
        path
            + " has no header line: no line has "
            + (format.columns().size() > ENOUGH_NAMES ? "three of the columns " : "the columns ")
            + String.join(",", format.columns()));
  }

  private static void passByteOrderMark(ByteWindow window) {
    if (!window.has(BYTE_ORDER_MARK.length)) {
      return;
    }
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (window.bytes()[window.position() + i] != BYTE_ORDER_MARK[i]) {
        return;
      }
    }
    window.moveTo(window.position() + BYTE_ORDER_MARK.length);
  }

  /** The fields of the line, none if it is a comment or violates the quoting. */
  private static List<String> names(ByteWindow window, int lineEnd) {
    byte[] bytes = window.bytes();
    int from = window.position();
    int to = window.textEnd(lineEnd);
    if (from == to || bytes[from] == '#') {
      return List.of();
    }
    FieldSplitter splitter = new FieldSplitter(to - from + 1);
    if (splitter.split(bytes, from, to, true) != FieldSplitter.Outcome.WHOLE) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (int field = 0; field < splitter.fields(); field++) {
      String raw =
          new String(
              bytes,
              splitter.start(field),
              splitter.end(field) - splitter.start(field),
              StandardCharsets.UTF_8);
      names.add(
          raw.startsWith("\"") ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw);
    }
    return names;
  }

  private static CsvHeader of(List<String> names, long end, String path, CsvFormat format) {
    List<String> columns = format.columns();
    int[] positions = new int[columns.size()];
    for (int i = 0; i < positions.length; i++) {
      String column = columns.get(i);
      positions[i] = names.indexOf(column);
      if (positions[i] < 0) {
        throw new LakeException(
            ExitCode.BAD_PLACE, path + " has no column " + column + " in its header");
      }
      if (positions[i] != names.lastIndexOf(column)) {
        throw new LakeException(
            ExitCode.BAD_PLACE, path + " has the column " + column + " twice in its header");
      }
    }
    return new CsvHeader(positions, names.size(), end);
  }

  /** Which field of a record holds the format's column of that index. */
  public int position(int column) {
    return positions[column];
  }

  /** How many fields a record must have. */
  public int fields() {
    return fields;
  }

  /** The offset where the records begin, in the decompressed file. */
  public long end() {
    return end;
  }
}
