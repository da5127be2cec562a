package io.lakebeam.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Table;
import io.lakebeam.testing.DuckDb;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableWriterTest {
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

  private static final Table<Long> PRICES =
      Table.<Long>named("test/prices", "A price.").decimal("price", 18, 3, price -> price);

  private static final Table<String> TEXTS =
      Table.<String>named("test/texts", "A text.").text("text", text -> text).int32("n", text -> 7);

  @TempDir private Path directory;

  @Test
  void writesEveryTypeAsPeopleReadIt() throws IOException {
    Path file = directory.resolve("rows.csv");
    write(
        TABLE,
        file,
        List.of(
            new Row(1, "ä", null, 1e-9, 1_700_000_000_123_456L, -5_030_000L, new BigInteger("-1")),
            new Row(Long.MIN_VALUE, "", "x,\"y\"\n", null, -1, 7, BigInteger.TEN.pow(20))));

    assertThat(file)
        .hasContent(
            "id,text,maybe,number,moment,day,small,price,big\n"
                + "1,ä,,0.0000000010,2023-11-14T22:13:20.123456Z,2023-11-14,-1,-5.030000,-0.000001\n"
                + "-9223372036854775808,\"\",\"x,\"\"y\"\"\n\",,1969-12-31T23:59:59.999999Z,"
                + "1969-12-31,-1,0.000007,100000000000000.000000\n");
    assertThat(CsvRowCount.rows(file.toString())).isEqualTo(2);
  }

  @Test
  void tellsNullFromTheEmptyTextForOtherReaders() throws IOException {
    Path file = directory.resolve("rows.csv");
    write(
        TABLE,
        file,
        List.of(
            new Row(1, "", null, 0.5, 0, 1, BigInteger.ONE),
            new Row(2, "x\r\ny", "", null, 0, -1, BigInteger.ONE)));

    assertThat(
            DuckDb.rows(
                "SELECT id, text, maybe, number, epoch_us(moment), day, price::DECIMAL(18,6) FROM read_csv('"
                    + file
                    + "', allow_quoted_nulls = false)"))
        .containsExactly(
            "1||null|0.5|0|1970-01-01|0.000001", "2|x\r\ny||null|0|1970-01-01|-0.000001");
  }

  @Property(tries = 200)
  void writesDecimalsWithAllDigitsOfTheirScale(@ForAll long price) throws IOException {
    assertThat(content(PRICES, List.of(price)))
        .isEqualTo("price\n" + BigDecimal.valueOf(price, 3).toPlainString() + "\n");
  }

  @Property(tries = 200)
  void countsTheRowsOfWhateverTextsAreStored(@ForAll @Size(max = 50) List<String> texts)
      throws IOException {
    Path file = Files.createTempFile("texts", ".csv");
    write(TEXTS, file, texts);
    assertThat(CsvRowCount.rows(file.toString())).isEqualTo(texts.size());
    Files.delete(file);
  }

  @Test
  void missesARowThatWasCutOff() throws IOException {
    Path file = directory.resolve("texts.csv");
    write(TEXTS, file, List.of("a", "b\nc"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(CsvRowCount.rows(file.toString())).isEqualTo(1);
  }

  @Test
  void refusesARowWithoutAValueThatMustBeThere() {
    assertThatThrownBy(
            () ->
                write(
                    TABLE,
                    directory.resolve("rows.csv"),
                    List.of(new Row(1, null, null, null, 0, 0, BigInteger.ONE))))
        .hasMessageContaining("text has no value");
  }

  private static <T> String content(Table<T> table, List<T> rows) throws IOException {
    Path file = Files.createTempFile("rows", ".csv");
    write(table, file, rows);
    String content = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return content;
  }

  private static <T> void write(Table<T> table, Path file, List<T> rows) throws IOException {
    try (CsvTableWriter<T> writer = CsvTableWriter.create(table, file.toString())) {
      for (T row : rows) {
        writer.write(row);
      }
    }
  }

  /** A directory cannot be read. */
  @Test
  void namesAFileWhoseRowsCannotBeCounted() {
    assertThatThrownBy(() -> CsvRowCount.rows(directory.toString()))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
        .hasMessageContaining(directory + " cannot be read back: ");
  }
}
