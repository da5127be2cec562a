package io.lakebeam.sample;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
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

/** Stages files of sample input, one element each; a row counts as a record. */
public final class GenerateFiles extends PTransform<PBegin, PCollection<Tally>> {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Run run;
  private final Source source;

  /** How a worker comes by the files. */
  public interface Source extends Supplier<SampleFiles>, Serializable {}

  private GenerateFiles(Run run, Source source) {
    this.run = run;
    this.source = source;
  }

  public static GenerateFiles into(Run run, Source source) {
    return new GenerateFiles(run, source);
  }

  /**
   * Makes sure that only samples lie where samples are written: what arrived there is not ours.
   *
   * @param names what samples are named
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} naming a file that is none
   */
  public static void checkOnlySamples(String directory, Pattern names) {
    for (LakeFile file : LakeFiles.listVisible(directory)) {
      if (!names.matcher(file.path().substring(directory.length())).matches()) {
        throw new LakeException(
            ExitCode.TABLE_TAKEN,
            file.path() + " is no sample and would be replaced; choose another --lake or --output");
      }
    }
  }

  @Override
  public PCollection<Tally> expand(PBegin begin) {
    List<Integer> files =
        IntStream.range(0, source.get().files()).boxed().collect(Collectors.toList());
    return begin
        .apply("FileNumbers", Create.of(files))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("Write", ParDo.of(new WriteFn(run, source)))
        .setCoder(SerializableCoder.of(Tally.class));
  }

  private static final class WriteFn extends DoFn<Integer, Tally> {
    private final Run run;
    private final Source source;

    WriteFn(Run run, Source source) {
      this.run = run;
      this.source = source;
    }

    @ProcessElement
    public void process(@Element Integer file, OutputReceiver<Tally> receiver) throws IOException {
      SampleFiles files = source.get();
      String name = files.name(file);
      String path = run.staging() + name;
      LineCounter lines = new LineCounter(create(path, files.mimeType()));
      long rows = files.write(file, lines);
      lines.close();
      Tally tally = new Tally();
      tally.addRead(rows);
      tally.addKept(rows);
      tally.addCarried(rows);
      tally.addWritten(rows);
      tally.addFile(
          StagedFile.of(
              path,
              run.output() + name,
              lines.lines() - files.linesBeforeRows(),
              LakeFiles.size(path)));
      receiver.output(tally);
    }

    private static OutputStream create(String path, String mimeType) {
      return new BufferedOutputStream(
          Channels.newOutputStream(LakeFiles.create(path, mimeType)), BUFFER_BYTES);
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
