package io.lakebeam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver believes this comparison: it has to see whatever may go wrong. */
class TableContentTest {
  private static final String EXPECTED =
      "SELECT i AS id, 't' || i % 7 AS text,"
          + " CAST(i % 50 AS DECIMAL(18,6)) AS price, i / 3.0::DOUBLE AS score,"
          + " DATE '2023-01-01' + CAST(i % 3 AS INTEGER) AS day FROM range(1000) r(i)";

  @TempDir private Path directory;
  private Connection connection;
  private Statement duckDb;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    duckDb = connection.createStatement();
    duckDb.execute("SET TimeZone = 'UTC'");
    duckDb.execute("CREATE TABLE expected AS " + EXPECTED);
    write("expected", "SELECT * FROM expected");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void takesOtherOrdersFilesAndPartitionsForTheSame() throws Exception {
    write("first", "SELECT * FROM expected WHERE id % 2 = 0 ORDER BY id DESC");
    write("second", "SELECT score, day, price, text, id FROM expected WHERE id % 2 = 1");
    Files.createDirectories(directory.resolve("actual"));
    Files.move(file("first"), directory.resolve("actual/1.parquet"));
    Files.move(file("second"), directory.resolve("actual/2.parquet"));
    Files.writeString(directory.resolve("actual/_SUCCESS"), "");
    assertThat(differenceOf("actual")).isEmpty();

    duckDb.execute(
        "COPY (SELECT * FROM expected) TO '"
            + directory.resolve("parts")
            + "' (FORMAT parquet, PARTITION_BY (day))");
    assertThat(differenceOf("parts")).isEmpty();
  }

  @Test
  void seesARowThatIsMissingOrThereTwice() throws SQLException {
    assertThat(difference("SELECT * FROM expected WHERE id <> 500"))
        .hasValue("999 rows where 1000 are expected");
    assertThat(difference("SELECT * FROM expected UNION ALL SELECT * FROM expected WHERE id = 7"))
        .hasValue("1001 rows where 1000 are expected");
    assertThat(
            difference(
                "SELECT * FROM expected WHERE id <> 500"
                    + " UNION ALL SELECT * FROM expected WHERE id = 7"))
        .hasValue("other values in its 1000 rows");
  }

  @Test
  void seesOneValueThatDiffersInItsLastDigit() throws SQLException {
    assertThat(
            difference(
                "SELECT * REPLACE (CAST(price + CASE WHEN id = 3 THEN 0.000001 ELSE 0 END"
                    + " AS DECIMAL(18,6)) AS price) FROM expected"))
        .hasValue("other values in its 1000 rows");
  }

  @Test
  void seesValuesThatChangedPlaces() throws SQLException {
    assertThat(
            difference(
                "SELECT * REPLACE (CASE id WHEN 1 THEN 't2' WHEN 2 THEN 't1' ELSE text END"
                    + " AS text) FROM expected"))
        .hasValue("other values in its 1000 rows");
  }

  @Test
  void seesANullAndAnotherType() throws SQLException {
    assertThat(difference("SELECT * REPLACE (nullif(text, 't3') AS text) FROM expected"))
        .hasValue("other values in its 1000 rows");
    assertThat(difference("SELECT * REPLACE (nullif(score, 0) AS score) FROM expected"))
        .hasValue("another score in 1 rows");
    assertThat(difference("SELECT * REPLACE (price::DOUBLE AS price) FROM expected"))
        .hasValueSatisfying(text -> assertThat(text).contains("price=DOUBLE"));
  }

  @Test
  void letsDoublesDifferInTheirLastDigitsOnly() throws SQLException {
    assertThat(difference("SELECT * REPLACE (score * (1 + 2e-13) AS score) FROM expected"))
        .isEmpty();
    assertThat(
            difference(
                "SELECT * REPLACE (CASE WHEN id = 9 THEN score * (1 + 2e-12) ELSE score END"
                    + " AS score) FROM expected"))
        .hasValue("another score in 1 rows");
  }

  @Test
  void takesTwoEmptyTablesForTheSame() throws SQLException {
    write("empty", "SELECT * FROM expected WHERE false");
    write("other", "SELECT * FROM expected WHERE id < 0");
    assertThat(content("empty").difference(content("other"))).isEmpty();
    assertThat(content("empty").difference(content("expected"))).isPresent();
  }

  private Optional<String> difference(String actual) throws SQLException {
    write("actual", actual);
    return differenceOf("actual");
  }

  private Optional<String> differenceOf(String table) throws SQLException {
    return content("expected").difference(content(table));
  }

  private TableContent content(String table) throws SQLException {
    return TableContent.of(duckDb, directory.resolve(table).toString());
  }

  private void write(String table, String sql) throws SQLException {
    file(table).getParent().toFile().mkdirs();
    duckDb.execute("COPY (" + sql + ") TO '" + file(table) + "' (FORMAT parquet)");
  }

  private Path file(String table) {
    return directory.resolve(table).resolve("part-0.parquet");
  }
}
