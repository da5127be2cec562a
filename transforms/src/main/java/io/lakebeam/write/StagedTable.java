package io.lakebeam.write;

import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the rows of one bundle into staged files by partition. File names are unique, so that
 * neither bundles nor retried attempts can overwrite each other.
 */
final class StagedTable<T> implements RowSink<T> {
  /** Short rows between two looks at how much memory the open files hold. */
  private static final int ROWS_BETWEEN_CHECKS = 16_384;

  /** Bytes that the open files of one bundle may hold before the greatest of them is flushed. */
  private static final long MOST_BUFFERED_BYTES = 128L << 20;

  /** A file takes a store seven requests, one after another; each upload holds a buffer. */
  private static final int UPLOADS_AT_ONCE = 8;

  /** Files open at once, one a partition. */
  private static final int MOST_OPEN = 32;

  /** A file that got so many rows, and none of the last so many, makes room for another. */
  private static final int ENOUGH_ROWS = 8192;

  private final Run run;
  private final Table<T> table;
  private final Map<PartitionKey<T>, OpenFile<T>> open = new HashMap<>();
  private final Tally tally;
  private final long targetBytes;
  private final int rowsBetweenChecks;
  private @Nullable OpenFile<T> last;
  private long rows;

  /** Files of the size that the run is told. */
  StagedTable(Run run, Table<T> table, Tally tally) {
    this(run, table, tally, run.targetFileBytes());
  }

  /**
   * @param targetBytes at which a file is finished and another begins
   */
  StagedTable(Run run, Table<T> table, Tally tally, long targetBytes) {
    this.run = run;
    this.table = table;
    this.tally = tally;
    this.targetBytes = targetBytes;
    this.rowsBetweenChecks = table.hasLongTexts() ? 1 : ROWS_BETWEEN_CHECKS;
  }

  @Override
  public void write(T row, long records) throws IOException {
    if (!tryWrite(row, records)) {
      finish();
      tryWrite(row, records);
    }
  }

  /**
   * False if the row would need one more file to be open than may be. Rows that come partition by
   * partition find room, since the files behind them are done; rows of many partitions in turn do
   * not, since their files would all be small.
   */
  boolean tryWrite(T row, long records) throws IOException {
    @Nullable OpenFile<T> file = fileOf(row);
    if (file == null) {
      return false;
    }
    file.writer.write(row);
    file.rows++;
    tally.addWritten(1);
    tally.addCarried(records);
    if (++rows % rowsBetweenChecks == 0) {
      finishThoseOfTargetSize();
      flushGreatestIfTooMuchIsHeld();
    }
    return true;
  }

  /** Begins the file of a partition, if there is none. */
  void begin(List<@Nullable Object> partition) throws IOException {
    PartitionKey<T> key = new PartitionKey<>(table, partition);
    if (tryOpen(key) == null) {
      finish();
      tryOpen(key);
    }
  }

  @Override
  public void finish() throws IOException {
    boolean local = LakePaths.isLocal(run.output());
    AtOnce.each(List.copyOf(open.values()), local ? 1 : UPLOADS_AT_ONCE, this::finish);
    open.clear();
    last = null;
  }

  /** Neighbouring rows mostly share their partition. */
  private @Nullable OpenFile<T> fileOf(T row) throws IOException {
    if (last == null || !last.key.holds(row)) {
      if (last != null) {
        last.lastWritten = rows;
      }
      last = tryOpen(PartitionKey.of(table, row));
    }
    return last;
  }

  /** The file of a partition, begun where there is none; null if as many are open as may be. */
  private @Nullable OpenFile<T> tryOpen(PartitionKey<T> key) throws IOException {
    @Nullable OpenFile<T> file = open.get(key);
    if (file == null && (open.size() < MOST_OPEN || finishOneThatIsDone())) {
      String name = StagedFile.newName(run, table, key.directory());
      file = new OpenFile<>(key, name, TableFiles.create(table, run.staging() + name));
      open.put(key, file);
    }
    return file;
  }

  private boolean finishOneThatIsDone() throws IOException {
    for (OpenFile<T> file : open.values()) {
      if (file.rows >= ENOUGH_ROWS && file.lastWritten <= rows - ENOUGH_ROWS) {
        finish(file);
        open.remove(file.key);
        return true;
      }
    }
    return false;
  }

  private void finishThoseOfTargetSize() throws IOException {
    Iterator<OpenFile<T>> files = open.values().iterator();
    while (files.hasNext()) {
      OpenFile<T> file = files.next();
      if (file.bytes() >= targetBytes) {
        finish(file);
        files.remove();
        last = file.equals(last) ? null : last;
      }
    }
  }

  private void flushGreatestIfTooMuchIsHeld() throws IOException {
    long buffered = 0;
    @Nullable OpenFile<T> greatest = null;
    long greatestBytes = -1;
    for (OpenFile<T> file : open.values()) {
      long bytes = file.writer.bufferedBytes();
      buffered += bytes;
      if (bytes > greatestBytes) {
        greatest = file;
        greatestBytes = bytes;
      }
    }
    if (buffered > MOST_BUFFERED_BYTES && greatest != null) {
      greatest.writer.flush();
    }
  }

  private void finish(OpenFile<T> file) throws IOException {
    file.writer.close();
    StagedFile staged = StagedFile.stored(run, table, file.name);
    synchronized (tally) {
      tally.addFile(staged);
    }
  }
}
