package io.lakebeam.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import io.lakebeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowGroupsTest {
  private static final int ROWS = 2000;
  private static final int ROWS_A_GROUP = 700;

  private static final Table<Integer> TABLE =
      Table.<Integer>named("rows", "A row.")
          .id("id", row -> row)
          .text("text", row -> "text " + row);

  @TempDir private Path directory;
  private Path source;

  @BeforeEach
  void writeSource() throws IOException {
    source = write("source.parquet", 0);
  }

  private Path write(String name, int from) throws IOException {
    Path file = directory.resolve(name);
    try (ParquetTableWriter<Integer> writer = ParquetTableWriter.create(TABLE, file.toString())) {
      for (int row = from; row < from + ROWS; row++) {
        writer.write(row);
        if ((row - from) % ROWS_A_GROUP == ROWS_A_GROUP - 1) {
          writer.flush();
        }
      }
    }
    return file;
  }

  @Test
  void putsTheRowsOfFilesOneAfterAnother() throws IOException {
    Path target = concatenate(source, write("other.parquet", ROWS));

    assertThat(
            DuckDb.rows(
                "SELECT count(*), count(DISTINCT id), bool_and(id = file_row_number),"
                    + " bool_and(text = 'text ' || id) FROM read_parquet('"
                    + target
                    + "', file_row_number = true)"))
        .containsExactly(2 * ROWS + "|" + 2 * ROWS + "|true|true");
    assertThat(Footer.rows(target.toString(), Files.size(target))).isEqualTo(2 * ROWS);
    assertThat(
            DuckDb.rows(
                "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + target + "')"))
        .containsExactly("6");
  }

  @Test
  void namesASourceThatIsGone() {
    assertUnreadable(
        () -> RowGroups.concatenate(TABLE, List.of(LakeFile.of(source + ".gone", 9)), target()),
        source + ".gone is not there");
  }

  @Test
  void namesASourceThatIsNoParquetFile() throws IOException {
    Files.write(source, new byte[1000]);

    assertUnreadable(() -> concatenate(source), source + " cannot be read as Parquet: ");
    assertUnreadable(
        () -> Footer.rows(source.toString(), 1000), source + " cannot be read as Parquet: ");
  }

  /** The footer is whole, and the row groups end behind the file. */
  @Test
  void namesASourceThatLacksRows() throws IOException {
    byte[] bytes = Files.readAllBytes(source);
    Files.write(source, Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));

    assertUnreadable(() -> concatenate(source), source + " cannot be read as Parquet: ");
  }

  private Path concatenate(Path... sources) throws IOException {
    List<LakeFile> files =
        Arrays.stream(sources)
            .map(file -> LakeFile.of(file.toString(), file.toFile().length()))
            .toList();
    RowGroups.concatenate(TABLE, files, target());
    return directory.resolve("target.parquet");
  }

  private String target() {
    return directory.resolve("target.parquet").toString();
  }

  private static void assertUnreadable(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining(message);
  }
}
