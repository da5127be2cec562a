package io.lakebeam.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** A range as its path, start, end and the file's length. Deterministic. */
final class FileRangeCoder extends AtomicCoder<FileRange> {
  private static final long serialVersionUID = 1;
  private static final StringUtf8Coder PATH = StringUtf8Coder.of();
  private static final VarLongCoder NUMBER = VarLongCoder.of();

  static FileRangeCoder of() {
    return new FileRangeCoder();
  }

  private FileRangeCoder() {}

  @Override
  public void encode(FileRange range, OutputStream out) throws IOException {
    PATH.encode(range.path(), out);
    NUMBER.encode(range.start(), out);
    NUMBER.encode(range.end(), out);
    NUMBER.encode(range.fileBytes(), out);
  }

  @Override
  public FileRange decode(InputStream in) throws IOException {
    String path = PATH.decode(in);
    long start = NUMBER.decode(in);
    long end = NUMBER.decode(in);
    return FileRange.of(path, start, end, NUMBER.decode(in));
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
