package io.lakebeam.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;

class ColumnPagesTest {
  private record Row(long number, String text) {}

  private static final Table<Row> TABLE =
      Table.<Row>named("rows", "A number and a text.")
          .int64("number", Row::number)
          .text("text", Row::text);

  /** Parquet's own encoder is the oracle. */
  @Property(tries = 300)
  void decodesWhatParquetEncodes(@ForAll @IntRange(min = 0, max = 31) int width, @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    int[] values = runs(random, width, random.nextInt(3000));
    RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            width, 64, 1 << 20, HeapByteBufferAllocator.getInstance());
    for (int value : values) {
      encoder.writeInt(value);
    }
    byte[] encoded = encoder.toBytes().toByteArray();
    ByteBuffer page = ByteBuffer.allocate(encoded.length + 1).put((byte) width).put(encoded).flip();

    DictionaryIds ids = new DictionaryIds(page);
    int[] some = new int[4096];
    int read = 0;
    while (read < values.length) {
      int count = 1 + random.nextInt(Math.min(some.length, values.length - read));
      ids.read(some, count);
      for (int i = 0; i < count; i++) {
        assertThat(some[i]).isEqualTo(values[read + i]);
      }
      read += count;
    }
  }

  /** Constant, of few values, and so different that the dictionary is given up half way. */
  @Property(tries = 20)
  void readsEveryValueOfEveryEncoding(
      @ForAll @IntRange(min = 1, max = 40_000) int distinct, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      int value = random.nextInt(distinct);
      rows.add(new Row(value * 0x9E3779B97F4A7C15L, "text number " + value));
    }
    Path file = Files.createTempFile("rows", ".parquet");
    Files.delete(file);
    try {
      write(file, rows);
      assertThat(read(file)).isEqualTo(rows);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void damagedPagesAreNamed() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(new Row(i % 100, "t" + i % 100));
    }
    Path file = Files.createTempFile("rows", ".parquet");
    Files.delete(file);
    try {
      write(file, rows);
      byte[] bytes = Files.readAllBytes(file);
      Random random = new Random(1);
      for (int round = 0; round < 200; round++) {
        byte[] damaged = bytes.clone();
        damaged[4 + random.nextInt(bytes.length / 2)] ^= (byte) (1 + random.nextInt(255));
        Files.write(file, damaged);
        try {
          assertThat(read(file)).hasSize(rows.size());
        } catch (LakeException e) {
          assertThat(e).hasMessageContaining(file.toString());
        }
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static int[] runs(Random random, int width, int count) {
    int[] values = new int[count];
    int most = width == 31 ? Integer.MAX_VALUE : 1 << width;
    int left = 0;
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (left-- <= 0) {
        left = random.nextBoolean() ? 0 : random.nextInt(100);
        value = random.nextInt(most);
      }
      values[i] = value;
    }
    return values;
  }

  private static void write(Path file, List<Row> rows) throws IOException {
    try (ParquetTableWriter<Row> writer = ParquetTableWriter.create(TABLE, file.toString())) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
  }

  private static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    long bytes = Files.size(file);
    TableScan.of(TABLE, "text", "number")
        .newReader()
        .read(
            file.toString(),
            bytes,
            0,
            bytes,
            batch -> {
              for (int row = 0; row < batch.size(); row++) {
                rows.add(new Row(batch.longs(1)[row], batch.text(0, batch.textIds(0)[row])));
              }
            });
    return rows;
  }
}
