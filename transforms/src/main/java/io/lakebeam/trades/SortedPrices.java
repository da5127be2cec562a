package io.lakebeam.trades;

import io.lakebeam.sort.SpillableBytes;
import io.lakebeam.values.Varint;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The prices of one product in ascending order, to be walked through several times: each distinct
 * price as its distance from the one before, with its count. Few are held in memory, very many in a
 * file of the lake.
 */
final class SortedPrices implements Closeable {
  /** About a million distinct prices. */
  private static final int BYTES_IN_MEMORY = 4 << 20;

  private final SpillableBytes bytes;
  private final DataOutputStream out;
  private long count;
  private long last;
  private long before;
  private long times;

  /**
   * @param directory where a file goes, if there must be one
   */
  SortedPrices(String directory) {
    this(directory, BYTES_IN_MEMORY);
  }

  SortedPrices(String directory, int bytesInMemory) {
    bytes = new SpillableBytes(directory, bytesInMemory);
    out = new DataOutputStream(bytes);
  }

  /** How many prices there are, equal ones too. */
  long count() {
    return count;
  }

  /** Adds a price that is not below the last one. */
  void add(long price) throws IOException {
    if (price != last) {
      writeLast();
      last = price;
    }
    times++;
    count++;
  }

  private void writeLast() throws IOException {
    if (times > 0) {
      Varint.writeSigned(last - before, out);
      Varint.write(times, out);
      before = last;
      times = 0;
    }
  }

  /** No more prices are added until {@link #clear}. */
  void finish() throws IOException {
    writeLast();
    bytes.finish();
  }

  /** Makes it empty. */
  void clear() throws IOException {
    bytes.clear();
    count = 0;
    last = 0;
    before = 0;
    times = 0;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  /** Walks through the finished prices from the price of that rank on; the least has rank 0. */
  Walk from(long rank) throws IOException {
    Walk walk = new Walk(new DataInputStream(bytes.open()));
    walk.skip(rank);
    return walk;
  }

  /** The prices rank by rank, each as often as it occurs. */
  static final class Walk implements Closeable {
    private final DataInputStream in;
    private long price;
    private long left;

    private Walk(DataInputStream in) {
      this.in = in;
    }

    /** The price of the next rank, of which there must be one. */
    long next() throws IOException {
      if (left == 0) {
        readPrice();
      }
      left--;
      return price;
    }

    private void skip(long ranks) throws IOException {
      long skipped = ranks;
      while (skipped > left) {
        skipped -= left;
        readPrice();
      }
      left -= skipped;
    }

    private void readPrice() throws IOException {
      price += Varint.readSigned(in);
      left = Varint.read(in);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
