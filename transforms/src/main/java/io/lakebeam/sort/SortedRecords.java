package io.lakebeam.sort;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The records of one slice, merged from many spill files, in the order of their groups (as unsigned
 * numbers), then of their keys (as unsigned bytes). Equal keys come in no particular order.
 *
 * <p>Holds a block (64 KiB and a record) and 512 KiB still to be unpacked of at most {@value
 * #MOST_MERGED} files. More are first merged into fewer.
 */
public final class SortedRecords implements Closeable {
  private static final int MOST_MERGED = 128;

  private final PriorityQueue<SpillCursor> cursors = new PriorityQueue<>();
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final RecordReader reader = new RecordReader();
  private @Nullable SpillCursor current;

  private SortedRecords(List<SpillSlice> parts) {
    try {
      parts.forEach(part -> add(new SpillCursor(part, zstd)));
    } catch (RuntimeException e) {
      zstd.close();
      throw e;
    }
  }

  /**
   * Opens a slice.
   *
   * @param parts all that was spilled of it
   * @param directory where files go that are needed in between
   */
  public static SortedRecords open(List<SpillSlice> parts, String directory) throws IOException {
    List<SpillSlice> left = new ArrayList<>(parts);
    while (left.size() > MOST_MERGED) {
      List<SpillSlice> some = left.subList(0, MOST_MERGED);
      SpillSlice merged = merge(some, directory);
      some.clear();
      left.add(merged);
    }
    return new SortedRecords(left);
  }

  private static SpillSlice merge(List<SpillSlice> parts, String directory) throws IOException {
    try (SortedRecords records = new SortedRecords(parts);
        SpillFile file = new SpillFile(directory)) {
      while (records.next()) {
        SpillCursor record = records.current();
        file.write(record.group(), record.array(), record.header(), record.length());
      }
      file.endSlice(parts.get(0).slice());
      return file.slices().get(0);
    }
  }

  /** Goes to the next record; false at the end. */
  public boolean next() {
    if (current != null) {
      SpillCursor last = current;
      current = null;
      add(last);
    }
    current = cursors.poll();
    return current != null;
  }

  /** The fields of the current record's key, then those of its value; valid until {@link #next}. */
  public RecordReader fields() {
    SpillCursor record = current();
    reader.reset(record.array(), record.key(), record.value());
    return reader;
  }

  /** How many records of the input the current record stands for. */
  public long records() {
    SpillCursor record = current();
    int end = record.header() + record.length();
    reader.reset(record.array(), end - Long.BYTES, end);
    return reader.getLong();
  }

  private SpillCursor current() {
    if (current == null) {
      throw new IllegalStateException("there is no record here");
    }
    return current;
  }

  private void add(SpillCursor cursor) {
    if (cursor.next()) {
      cursors.add(cursor);
    }
  }

  @Override
  public void close() {
    zstd.close();
  }
}
