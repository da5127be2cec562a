package io.lakebeam.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lakebeam.sample.DirtyRows;
import io.lakebeam.sample.LineBuffer;
import io.lakebeam.sample.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TradeGeneratorTest {
  private static final int PRICE = 11;
  private static final int VOLUME = 13;

  @Test
  void makesTheSameBytesOnEveryMachine() throws Exception {
    String expected = "73dcc9d50198b432f2cf62ad47a58b8e36c4105c6d95877a6f4e43c5d393b4a1";
    assertThat(sha256(TradeGenerator.of(2_500, 42, 0.1), 0)).isEqualTo(expected);

    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(sha256(TradeGenerator.of(2_500, 42, 0.1), 0)).isEqualTo(expected);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void makesOtherTradesFromAnotherSeed() {
    assertThat(rows(TradeGenerator.of(100, 1, 0)))
        .doesNotContainAnyElementsOf(rows(TradeGenerator.of(100, 2, 0)));
  }

  @Test
  void makesEachFileWithoutTheOthers() throws Exception {
    long rows = TradeGenerator.ROWS_PER_FILE + 501;
    TradeGenerator generator = TradeGenerator.of(rows, 3, 0.01);
    List<String> lastAlone = lines(generator, 1);
    CountingLines first = new CountingLines();
    generator.write(0, first);

    assertThat(generator.files()).isEqualTo(2);
    assertThat(generator.name(1)).isEqualTo("trades-00001.csv");
    assertThat(lines(generator, 1)).isEqualTo(lastAlone);
    assertThat(first.lines).isEqualTo(2 + TradeGenerator.ROWS_PER_FILE);
    assertThat(lastAlone).hasSize(2 + 501);
    assertThat(lastAlone.get(lastAlone.size() - 1)).contains(",SELL,").contains("2023-12-31T23:");
    assertThat(lines(TradeGenerator.of(rows, 3, 0), 1))
        .as("the dirty rows of the second stretch alone")
        .filteredOn(line -> !lastAlone.contains(line))
        .hasSizeBetween(4, 6);
  }

  @Test
  void startsWithACommentAndTheHeader() {
    List<String> lines = lines(TradeGenerator.of(1, 5, 0), 0);
    assertThat(lines.get(0)).startsWith("# ");
    assertThat(lines.get(1)).isEqualTo(TradeCsvLines.HEADER);
    assertThat(lines).hasSize(3);
    assertThat(lines(TradeGenerator.of(0, 5, 0.5), 0)).hasSize(2);
  }

  @Test
  void makesValidLinesOnly() {
    assertThat(rows(TradeGenerator.of(20_000, 11, 0))).hasSize(20_000).allMatch(this::isValid);
  }

  @Test
  void makesEveryDirtyLineOneToReject() {
    List<String> rows = rows(TradeGenerator.of(20_000, 11, 1));
    assertThat(rows).hasSize(20_000).noneMatch(this::isValid).noneMatch(String::isBlank);
  }

  @Test
  void spoilsLinesInEveryWay() {
    String clean = rows(TradeGenerator.of(1, 11, 0)).get(0);
    for (SampleDefect defect : SampleDefect.values()) {
      for (int seed = 0; seed < 100; seed++) {
        String spoiled = defect.spoiled(clean, new SplitMix64(seed));
        assertThat(isValid(spoiled)).as("%s: %s", defect, spoiled).isFalse();
        assertThat(spoiled).isNotBlank().doesNotContain("\n", "\r");
      }
    }
    Set<String> spoiled = new HashSet<>();
    DirtyRows everyRow = new DirtyRows(1_000, 1, 0, 11, SampleDefect.values());
    for (int row = 0; row < 1_000; row++) {
      LineBuffer buffer = new LineBuffer();
      buffer.append(clean);
      everyRow.spoil(row, 0, buffer);
      spoiled.add(buffer.textFrom(0));
    }
    assertThat(spoiled).hasSizeGreaterThan(SampleDefect.values().length);
  }

  @Property(tries = 100)
  void spoilsExactlyTheShareAndNothingElse(
      @ForAll @IntRange(max = 700) int rows,
      @ForAll @DoubleRange(max = 1) double dirty,
      @ForAll long seed) {
    List<String> clean = rows(TradeGenerator.of(rows, seed, 0));
    TradeGenerator generator = TradeGenerator.of(rows, seed, dirty);
    List<String> spoiled = rows(generator);

    long expected = Math.round(rows * dirty);
    assertThat(generator.dirtyRows()).isEqualTo(expected);
    assertThat(spoiled).hasSize(rows);
    assertThat(spoiled.stream().filter(line -> !isValid(line)).count()).isEqualTo(expected);
    assertThat(IntStream.range(0, rows).filter(i -> !clean.get(i).equals(spoiled.get(i))).count())
        .isEqualTo(expected);
  }

  @Test
  void spreadsDirtyLinesEvenly() {
    List<String> rows = rows(TradeGenerator.of(10_000, 8, 0.01));
    for (int from = 0; from < rows.size(); from += 1_000) {
      assertThat(rows.subList(from, from + 1_000)).filteredOn(line -> !isValid(line)).hasSize(10);
    }
  }

  @Test
  void reportsEachDealOncePerSide() {
    List<String[]> trades = fields(TradeGenerator.of(10_000, 21, 0));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < trades.size(); i += 2) {
      String[] sell = trades.get(i);
      String[] buy = trades.get(i + 1);
      assertThat(sell[2]).isEqualTo("SELL");
      assertThat(buy[2]).isEqualTo("BUY");
      assertThat(ids.add(sell[0])).as("trade id %s is new", sell[0]).isTrue();
      for (int same : new int[] {0, 1, 3, 4, 5, 6, PRICE, VOLUME}) {
        assertThat(buy[same]).isEqualTo(sell[same]);
      }
      assertThat(buy[15]).isNotEqualTo(sell[15]);
    }
  }

  @Test
  void executesInOrderBeforeDelivery() {
    List<String[]> trades = fields(TradeGenerator.of(10_000, 21, 0));
    assertThat(trades)
        .extracting(trade -> trade[6].substring(0, "2023-01-01T00:00:00.000".length()))
        .isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(trades).allMatch(trade -> trade[6].compareTo(trade[4]) < 0);
    assertThat(trades.stream().map(trade -> trade[6].substring(0, 10)).distinct())
        .containsExactly("2023-01-01", "2023-01-02", "2023-01-03", "2023-01-04", "2023-01-05");
  }

  @Test
  void tradesAWholeYearIfThereAreRowsForIt() {
    List<String[]> trades = fields(TradeGenerator.of(730_000, 21, 0));
    assertThat(trades.stream().map(trade -> trade[6].substring(0, 10)).distinct()).hasSize(365);
    assertThat(trades.get(trades.size() - 1)[6]).startsWith("2023-12-31T23:");
  }

  @Test
  void looksLikeAMarket() {
    List<String[]> trades = fields(TradeGenerator.of(200_000, 21, 0));
    assertThat(trades.stream().filter(trade -> trade[PRICE].startsWith("-")).count())
        .as("negative prices")
        .isBetween(100L, 10_000L);
    assertThat(
            trades.stream()
                .filter(trade -> Math.abs(Double.parseDouble(trade[PRICE])) > 300)
                .count())
        .as("spikes, about 1 in 2000")
        .isBetween(50L, 150L);
    assertThat(trades).allMatch(trade -> trade[VOLUME].matches("\\d+(\\.\\d)?"));

    Map<String, Long> products =
        trades.stream()
            .map(trade -> String.join(",", trade[3], trade[4], trade[7]))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Long> sizes = products.values().stream().sorted(Comparator.reverseOrder()).toList();
    long top = sizes.subList(0, sizes.size() / 10).stream().mapToLong(Long::longValue).sum();
    assertThat(top).as("rows of the tenth of products traded most").isGreaterThan(80_000);
    assertThat(products.keySet()).extracting(key -> key.split(",")[0]).contains(SampleMarket.KINDS);
    assertThat(products.keySet()).extracting(key -> key.split(",")[2]).contains(SampleMarket.AREAS);
  }

  @Test
  void hidesSpikesThatTheRuleFinds() {
    List<String[]> trades = fields(TradeGenerator.of(20_000, 21, 0));
    Map<String, List<String[]>> products =
        trades.stream().collect(Collectors.groupingBy(t -> t[3] + t[4] + t[5] + t[7]));
    long found =
        products.values().stream()
            .flatMap(
                product -> {
                  List<BigDecimal> prices =
                      product.stream().map(trade -> new BigDecimal(trade[PRICE])).toList();
                  return prices.stream()
                      .filter(
                          price ->
                              TradesOracle.isAbnormal(
                                  AnomalyRule.MEAN_RATIO, new BigDecimal("2"), prices, price));
                })
            .count();
    assertThat(found).isBetween(3L, 60L);
  }

  @Test
  void refusesSharesAndSizesThatMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> TradeGenerator.of(-1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> TradeGenerator.of(1, 0, 1.01));
    assertThatIllegalArgumentException().isThrownBy(() -> TradeGenerator.of(1, 0, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TradeGenerator.of(1, 0, 0).write(1, OutputStream.nullOutputStream()));
  }

  @Test
  void drawsThePublishedSequence() {
    // The first numbers of Vigna's splitmix64.c from state 1234567.
    SplitMix64 random = new SplitMix64(1234567);
    assertThat(random.next()).isEqualTo(6457827717110365317L);
    assertThat(random.next()).isEqualTo(3203168211198807973L);
    assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
  }

  private boolean isValid(String line) {
    return TradeLineRules.accepts(line.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<String[]> fields(TradeGenerator generator) {
    return rows(generator).stream().map(line -> line.split(",")).toList();
  }

  /** The rows of the first file. */
  private static List<String> rows(TradeGenerator generator) {
    List<String> lines = lines(generator, 0);
    return lines.subList(2, lines.size());
  }

  /** The lines of a file, a character for each byte. */
  private static List<String> lines(TradeGenerator generator, int file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      generator.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    assertThat(text).endsWith("\n");
    return new ArrayList<>(List.of(text.split("\n")));
  }

  private static String sha256(TradeGenerator generator, int file)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    generator.write(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static final class CountingLines extends OutputStream {
    private long lines;

    @Override
    public void write(int b) {
      lines += b == '\n' ? 1 : 0;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      for (int i = from; i < from + length; i++) {
        write(bytes[i]);
      }
    }
  }
}
