package io.lakebeam.pipelines;

import io.lakebeam.trades.TradeGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a generated sample, told apart without knowledge of what makes a line dirty: the
 * clean lines of a sample are the same whatever the dirty share, so a line is dirty if it differs
 * from the line of the sample without dirty ones.
 */
final class GeneratedTrades {
  private static final int LINES_BEFORE_ROWS = 2;

  private final List<String> clean = new ArrayList<>();
  private final List<String> dirty = new ArrayList<>();

  private GeneratedTrades() {}

  /** The sample of {@code generate} with those options. */
  static GeneratedTrades of(long rows, long seed, double share) throws IOException {
    GeneratedTrades sample = new GeneratedTrades();
    TradeGenerator dirty = TradeGenerator.of(rows, seed, share);
    TradeGenerator clean = TradeGenerator.of(rows, seed, 0);
    for (int file = 0; file < dirty.files(); file++) {
      String[] cleanLines = lines(clean, file);
      String[] dirtyLines = lines(dirty, file);
      for (int i = LINES_BEFORE_ROWS; i < dirtyLines.length; i++) {
        boolean same = cleanLines[i].equals(dirtyLines[i]);
        (same ? sample.clean : sample.dirty).add(dirtyLines[i]);
      }
    }
    return sample;
  }

  /** Lines of valid rows, one byte a character. */
  List<String> clean() {
    return clean;
  }

  /** Lines that must be rejected, one byte a character. */
  List<String> dirty() {
    return dirty;
  }

  private static String[] lines(TradeGenerator generator, int file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    generator.write(file, bytes);
    return bytes.toString(StandardCharsets.ISO_8859_1).split("\n");
  }
}
