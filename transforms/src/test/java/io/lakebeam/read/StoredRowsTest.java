package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFileWriter;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.write.TableFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredRowsTest {
  private record Row(
      String text, boolean flag, Long small, Long price, Double number, long micros) {}

  private static final Table<Row> TABLE =
      Table.<Row>named("test/rows", "A row.")
          .nullableText("text", Row::text)
          .bool("flag", Row::flag)
          .nullableInt32("small", Row::small)
          .nullableDecimal("price", 9, 2, Row::price)
          .nullableDouble("number", Row::number)
          .timestamp("moment", Row::micros);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void readsBackWhatWasWritten(TableFormat format) throws IOException {
    LakeFile file =
        write(
            format,
            new Row("a,\"b\"\n", true, -5L, 123_45L, 0.5, 1_000_000),
            new Row("", false, null, null, null, 0),
            new Row(null, false, 7L, -5L, -1e-7, -1));

    assertThat(StoredRows.read(TABLE, List.of(file)))
        .containsExactly(
            List.of(
                "a,\"b\"\n", true, -5L, new BigDecimal("123.45"), 0.5, Instant.ofEpochSecond(1)),
            Arrays.asList("", false, null, null, null, Instant.EPOCH),
            Arrays.asList(
                null,
                false,
                7L,
                new BigDecimal("-0.05"),
                -1e-7,
                Instant.parse("1969-12-31T23:59:59.999999Z")));
  }

  @ParameterizedTest
  @EnumSource
  void readsNoRowsOfAFileThatOnlyNamesItsColumns(TableFormat format) throws IOException {
    assertThat(StoredRows.read(TABLE, List.of(write(format)))).isEmpty();
  }

  @Test
  void namesAFileThatIsNotAsWritten() throws IOException {
    LakeFile file = write(TableFormat.CSV, new Row("a", true, 1L, 1L, 1.0, 1));
    Path path = Path.of(file.path());
    Files.writeString(path, Files.readString(path).replace(",1,", ",one,"));

    assertThatThrownBy(
            () -> StoredRows.read(TABLE, List.of(LakeFile.of(file.path(), Files.size(path)))))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(file.path());
  }

  private LakeFile write(TableFormat format, Row... rows) throws IOException {
    Path file = directory.resolve("rows." + format.extension());
    try (TableFileWriter<Row> writer = TableFiles.create(TABLE.storedAs(format), file.toString())) {
      for (Row row : rows) {
        writer.write(row);
      }
    }
    return LakeFile.of(file.toString(), Files.size(file));
  }
}
