package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradeCsvLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CSV as it comes, through the whole pipeline. */
class CsvInputTest {
  private static final String TABLE = "bronze/trades";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryVariantAlike(OnRunner runner) throws IOException {
    landVariants();
    lake.run(runner.with("trades-ingest", "--runId=r")).done();

    String columns = "product, side, epoch_us(execution_time), price, volume, order_id";
    assertThat(lake.rows(TABLE, "trade_id, " + columns))
        .containsExactlyElementsOf(
            IntStream.range(1, 9)
                .mapToObj(
                    id ->
                        id + "|Base, \"DE\"|SELL|1672527600000000|-12.340000|5.000000|" + (id + 2))
                .toList());
    assertThat(lake.readReport("trades-ingest", "r").get("inputs")).hasSize(8);
  }

  @Test
  void readsAListOfFilesDirectoriesAndGlobs() throws IOException {
    landVariants();
    Path landing = lake.root().resolve("landing/trades");
    Path deep = lake.write("landing/trades/deep/er/9.csv", file(9));
    lake.write("landing/trades/_hidden/10.csv", file(10));
    lake.write("landing/trades/.11.csv", file(11));

    assertThat(ids("--input=" + landing.resolve("crlf.csv"))).containsExactly("2");
    assertThat(ids("--input=" + landing.resolve("deep"))).containsExactly("9");
    assertThat(ids("--input=" + landing + "/c*.csv")).containsExactly("2", "4");
    assertThat(
            ids("--input=" + landing + "/c*.csv," + deep + "," + deep + "," + landing + "/deep/"))
        .containsExactly("2", "4", "9");
    assertThat(ids("--input=" + landing))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void refusesToPublishWhereAQuotedLineBreakLiesAcrossACut() {
    String text =
        TradeCsvLines.HEADER
            + "\n"
            + IntStream.range(0, 400)
                .mapToObj(id -> TradeCsvLines.line(trade(id, "a\n\n\"b\",\nc")) + "\n")
                .collect(Collectors.joining());
    Path file = lake.write("landing/trades/quoted.csv", text);
    String line = lake.run(OnRunner.SPARK.with("trades-ingest")).failed(5);

    assertThat(line).contains(file + " does not join at").contains("--splitFiles=false");
    assertThat(lake.tree(TABLE)).isEmpty();
    lake.run(OnRunner.SPARK.with("trades-ingest", "--splitFiles=false")).done();
    assertThat(lake.rows(TABLE, "count(DISTINCT trade_id), count(*)")).containsExactly("400|400");
    assertThat(lake.rows(TABLE, "DISTINCT product")).containsExactly("a\n\n\"b\",\nc");
  }

  /** Eight files with a trade each, ids 1 to 8, that differ in nothing else but their form. */
  private void landVariants() throws IOException {
    lake.write("landing/trades/bom.csv", "\uFEFF" + file(1));
    lake.write("landing/trades/crlf.csv", file(2).replace("\n", "\r\n"));
    lake.write("landing/trades/order.csv", reversed(file(3)));
    lake.write(
        "landing/trades/comments.csv", "# a comment, TradeId,\nExport of 2023\n\n" + file(4));
    lake.write("landing/trades/open.csv", file(5).strip());
    lake.write("landing/trades/a.csv.gz", gzip(file(6)));
    lake.write("landing/trades/a.csv.zst", Zstd.compress(bytes(file(7))));
    lake.write("landing/trades/a.csv.bz2", bzip2(file(8)));
  }

  private List<String> ids(String... options) {
    List<String> args = new ArrayList<>(List.of("trades-ingest"));
    args.addAll(List.of(options));
    lake.run(args.toArray(String[]::new)).done();
    return lake.rows(TABLE, "trade_id");
  }

  private static Trade trade(long id, String product) {
    return SampleTrades.trade(id, "-12.34", "5").setProduct(product).build();
  }

  private static String file(long id) {
    return TradeCsvLines.file(List.of(trade(id, "Base, \"DE\"")));
  }

  private static String reversed(String file) {
    return file.lines()
        .map(
            line -> {
              List<String> fields = Arrays.asList(line.split(",(?=\\S)"));
              Collections.reverse(fields);
              return String.join(",", fields) + "\n";
            })
        .collect(Collectors.joining());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
