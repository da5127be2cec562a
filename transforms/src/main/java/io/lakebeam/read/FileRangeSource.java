package io.lakebeam.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * A list of ranges as a source, so that a runner cuts it by bytes into bundles, as it does with the
 * data itself.
 */
final class FileRangeSource extends BoundedSource<FileRange> {
  private static final long serialVersionUID = 1;

  /** The most that one element stands for: enough to pay for opening a file, no more to retry. */
  static final long MAX_RANGE_BYTES = 64L << 20;

  private final List<FileRange> ranges;
  private final boolean cutting;

  FileRangeSource(List<FileRange> ranges, boolean cutting) {
    this.ranges = List.copyOf(ranges);
    this.cutting = cutting;
  }

  @Override
  public List<FileRangeSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    long bundleBytes = Math.max(1, desiredBundleSizeBytes);
    List<FileRangeSource> bundles = new ArrayList<>();
    List<FileRange> bundle = new ArrayList<>();
    long bytes = 0;
    for (FileRange whole : ranges) {
      for (FileRange range : cut(whole, Math.min(bundleBytes, MAX_RANGE_BYTES))) {
        long length = range.end() - range.start();
        if (!bundle.isEmpty() && bytes + length > bundleBytes) {
          bundles.add(new FileRangeSource(bundle, false));
          bundle.clear();
          bytes = 0;
        }
        bundle.add(range);
        bytes += length;
      }
    }
    // Runners want at least one bundle, even where there is nothing to read.
    if (!bundle.isEmpty() || bundles.isEmpty()) {
      bundles.add(new FileRangeSource(bundle, false));
    }
    return bundles;
  }

  /** Cuts into pieces of nearly the same length; an empty range stays one. */
  private List<FileRange> cut(FileRange range, long mostBytes) {
    long length = range.end() - range.start();
    if (!cutting || length <= mostBytes || ByteWindow.isCompressed(range.path())) {
      return List.of(range);
    }
    long pieces = (length + mostBytes - 1) / mostBytes;
    long shortest = length / pieces;
    long longer = length % pieces;
    List<FileRange> cut = new ArrayList<>();
    long start = range.start();
    for (long piece = 0; piece < pieces; piece++) {
      long end = start + shortest + (piece < longer ? 1 : 0);
      cut.add(FileRange.of(range.path(), start, end, range.fileBytes()));
      start = end;
    }
    return cut;
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return ranges.stream().mapToLong(range -> range.end() - range.start()).sum();
  }

  @Override
  public Coder<FileRange> getOutputCoder() {
    return FileRangeCoder.of();
  }

  @Override
  public BoundedReader<FileRange> createReader(PipelineOptions options) {
    return new RangeReader(this);
  }

  /** Gives the ranges one after another. */
  private static final class RangeReader extends BoundedReader<FileRange> {
    private final FileRangeSource source;
    private final Iterator<FileRange> rest;
    private @Nullable FileRange current;

    RangeReader(FileRangeSource source) {
      this.source = source;
      this.rest = source.ranges.iterator();
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      current = rest.hasNext() ? rest.next() : null;
      return current != null;
    }

    @Override
    public FileRange getCurrent() {
      if (current == null) {
        throw new NoSuchElementException();
      }
      return current;
    }

    @Override
    public BoundedSource<FileRange> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
