package io.lakebeam.trades;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/** Stages sample CSV files, one element each; a line counts as a record. */
public final class GenerateTrades extends PTransform<PBegin, PCollection<Tally>> {
  /** Where the exchange's files arrive; lines of text, so it has no columns. */
  public static final Table<String> LANDING =
      Table.named("landing/trades", "A line of one of the exchange's CSV files.");

  private static final int BUFFER_BYTES = 1 << 16;

  private final Run run;
  private final long rows;
  private final long seed;
  private final double dirty;

  private GenerateTrades(Run run, long rows, long seed, double dirty) {
    this.run = run;
    this.rows = rows;
    this.seed = seed;
    this.dirty = dirty;
  }

  /**
   * @param rows how many lines, malformed ones included
   * @param dirty the share of malformed lines among them
   */
  public static GenerateTrades into(Run run, long rows, long seed, double dirty) {
    return new GenerateTrades(run, rows, seed, dirty);
  }

  @Override
  public PCollection<Tally> expand(PBegin begin) {
    List<Integer> files =
        IntStream.range(0, TradeGenerator.of(rows, seed, dirty).files())
            .boxed()
            .collect(Collectors.toList());
    return begin
        .apply("FileNumbers", Create.of(files))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Write", ParDo.of(new WriteFn(run, rows, seed, dirty)))
        .setCoder(SerializableCoder.of(Tally.class));
  }

  private static final class WriteFn extends DoFn<Integer, Tally> {
    private final Run run;
    private final long rows;
    private final long seed;
    private final double dirty;

    WriteFn(Run run, long rows, long seed, double dirty) {
      this.run = run;
      this.rows = rows;
      this.seed = seed;
      this.dirty = dirty;
    }

    @ProcessElement
    public void process(@Element Integer file, OutputReceiver<Tally> receiver) throws IOException {
      TradeGenerator generator = TradeGenerator.of(rows, seed, dirty);
      String name = generator.name(file);
      String path = run.staging() + name;
      LineCounter lines = new LineCounter(create(path));
      generator.write(file, lines);
      lines.close();
      long rows = generator.rows(file);
      Tally tally = new Tally();
      tally.addRead(rows);
      tally.addKept(rows);
      tally.addCarried(rows);
      tally.addWritten(rows);
      tally.addFile(
          StagedFile.of(
              path,
              run.output() + name,
              lines.lines() - TradeGenerator.LINES_BEFORE_ROWS,
              LakeFiles.size(path)));
      receiver.output(tally);
    }

    private static OutputStream create(String path) {
      return new BufferedOutputStream(
          Channels.newOutputStream(LakeFiles.create(path, "text/csv")), BUFFER_BYTES);
    }
  }

  /** Counts the lines that went to a file. */
  private static final class LineCounter extends FilterOutputStream {
    private long lines;

    LineCounter(OutputStream out) {
      super(out);
    }

    long lines() {
      return lines;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      lines += b == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      for (int i = offset; i < offset + length; i++) {
        lines += bytes[i] == '\n' ? 1 : 0;
      }
    }
  }
}
