package io.lakebeam.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import io.lakebeam.testing.DuckDb;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
  private record Row(
      long id, String text, String maybe, Double number, long micros, long price, BigInteger big) {}

  private static final Table<Row> TABLE =
      Table.<Row>named("test/rows", "A row of every type.")
          .id("id", Row::id)
          .text("text", Row::text)
          .nullableText("maybe", Row::maybe)
          .nullableDouble("number", Row::number)
          .timestamp("moment", Row::micros)
          .date("day", row -> Math.floorDiv(row.micros(), 86_400_000_000L))
          .int32("small", row -> -1)
          .decimal("price", 18, 6, Row::price)
          .bigDecimal("big", 38, 6, Row::big);

  @TempDir private Path directory;

  @Test
  void duckDbReadsEveryTypeBack() throws IOException {
    Path file = directory.resolve("rows.parquet");
    write(
        file,
        new Row(1, "ä", null, 0.5, 1_700_000_000_123_456L, -5_030_000L, new BigInteger("-1")),
        new Row(
            Long.MIN_VALUE,
            "",
            "x",
            null,
            -1,
            999_999_999_999_999_999L,
            BigInteger.TEN.pow(38).subtract(BigInteger.ONE)));

    assertThat(DuckDb.rows("SELECT * REPLACE (epoch_us(moment) AS moment) FROM '" + file + "'"))
        .containsExactly(
            "1|ä|null|0.5|1700000000123456|2023-11-14|-1|-5.030000|-0.000001",
            "-9223372036854775808||x|null|-1|1969-12-31|-1|"
                + "999999999999.999999|99999999999999999999999999999999.999999");
    assertThat(DuckDb.rows("SELECT typeof(moment), typeof(price), typeof(big) FROM '" + file + "'"))
        .contains("TIMESTAMP WITH TIME ZONE|DECIMAL(18,6)|DECIMAL(38,6)");
  }

  @Test
  void readsChosenColumnsOfManyRowsInTheirOrder() throws IOException {
    Path file = directory.resolve("many.parquet");
    int rows = 100_000;
    try (ParquetTableWriter<Row> writer = ParquetTableWriter.create(TABLE, file.toString())) {
      for (int i = 0; i < rows; i++) {
        writer.write(new Row(i, "text " + i % 7, null, null, i, -i, BigInteger.ONE));
      }
    }
    List<String> read = new ArrayList<>();
    long bytes = Files.size(file);
    int[] groups =
        TableScan.of(TABLE, "price", "text", "id")
            .newReader()
            .read(file.toString(), bytes, 0, bytes, batch -> addAll(batch, read));

    assertThat(groups).containsExactly(0, 1, 1);
    assertThat(Footer.rows(file.toString(), bytes)).isEqualTo(rows);
    assertThat(read).hasSize(rows);
    for (int i = 0; i < rows; i++) {
      assertThat(read.get(i)).isEqualTo(-i + " text " + i % 7 + " " + i);
    }
  }

  private static void addAll(ColumnBatch batch, List<String> read) {
    for (int row = 0; row < batch.size(); row++) {
      read.add(
          batch.longs(0)[row]
              + " "
              + batch.text(1, batch.textIds(1)[row])
              + " "
              + batch.longs(2)[row]);
    }
  }

  @Test
  void readsWhatOtherWritersWrite() throws IOException {
    for (String codec : List.of("snappy", "gzip", "zstd", "uncompressed")) {
      Path file = directory.resolve(codec + ".parquet");
      DuckDb.execute(
          "COPY (SELECT i AS id, 't' || i % 3 AS text FROM range(10000) r(i)) TO '"
              + file
              + "' (FORMAT parquet, CODEC '"
              + codec
              + "')");
      List<String> read = new ArrayList<>();
      TableScan.of(TABLE, "id", "text")
          .newReader()
          .read(
              file.toString(),
              Files.size(file),
              0,
              Files.size(file),
              batch -> read.add(batch.longs(0)[5] + batch.text(1, batch.textIds(1)[5])));
      assertThat(read).as(codec).contains("5t2");
    }
  }

  @Test
  void namesFileAndColumnWhereTheyAreNotAsTheTableSays() throws IOException {
    Path file = directory.resolve("other.parquet");
    DuckDb.execute("COPY (SELECT 1::INT AS id) TO '" + file + "' (FORMAT parquet)");
    assertThatThrownBy(() -> TableScan.of(TABLE, "text").check(lakeFile(file)))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("column text is absent from " + file);
    assertThatThrownBy(() -> TableScan.of(TABLE, "id").check(lakeFile(file)))
        .hasMessageContaining("column id of " + file);
    Path garbage = Files.writeString(directory.resolve("garbage.parquet"), "no Parquet at all");
    assertThatThrownBy(() -> TableScan.of(TABLE, "id").check(lakeFile(garbage)))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(garbage.toString());
  }

  private static LakeFile lakeFile(Path file) throws IOException {
    return LakeFile.of(file.toString(), Files.size(file));
  }

  private static void write(Path file, Row... rows) throws IOException {
    try (ParquetTableWriter<Row> writer = ParquetTableWriter.create(TABLE, file.toString())) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
  }
}
