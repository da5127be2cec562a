package io.lakebeam.sort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts records in a bounded buffer and writes it, whenever it is full, as a file of sorted slices.
 *
 * @param <T> what is encoded as a record
 */
public final class Spiller<T> {
  /** Of one bundle; half as much again is needed while the buffer grows. */
  private static final int BUFFER_BYTES = 32 << 20;

  private final String directory;
  private final int slices;
  private final RecordCodec<T> codec;
  private final SortBuffer buffer;
  private final RecordWriter record = new RecordWriter();
  private final List<SpillSlice> spilled = new ArrayList<>();

  /**
   * @param directory where spill files go, under unique names
   * @param slices into how many parts the groups are dealt
   */
  public Spiller(String directory, int slices, RecordCodec<T> codec) {
    this(directory, slices, codec, BUFFER_BYTES);
  }

  Spiller(String directory, int slices, RecordCodec<T> codec, int bufferBytes) {
    this.directory = directory;
    this.slices = slices;
    this.codec = codec;
    this.buffer = new SortBuffer(bufferBytes);
  }

  /**
   * Adds a row that stands for so many records of the input.
   *
   * @throws io.lakebeam.lake.LakeException if the directory cannot be written
   */
  public void add(T row, long records) throws IOException {
    record.clear();
    codec.encode(row, record);
    record.putLong(records);
    if (!buffer.add(record)) {
      spill();
      buffer.add(record);
    }
  }

  /** Writes what is left; gives every slice that was written. */
  public List<SpillSlice> finish() throws IOException {
    if (buffer.size() > 0) {
      spill();
    }
    return List.copyOf(spilled);
  }

  private void spill() throws IOException {
    buffer.sort();
    try (SpillFile file = new SpillFile(directory)) {
      int slice = slice(0);
      for (int i = 0; i < buffer.size(); i++) {
        if (slice(i) != slice) {
          file.endSlice(slice);
          slice = slice(i);
        }
        file.write(buffer.group(i), buffer.array(), buffer.offset(i), buffer.length(i));
      }
      file.endSlice(slice);
      spilled.addAll(file.slices());
    }
    buffer.clear();
  }

  private int slice(int index) {
    return (int) (Integer.toUnsignedLong(buffer.group(index)) * slices >>> Integer.SIZE);
  }
}
