package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.write.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Any bytes behind a header, whole and cut anywhere, against {@link CsvOracle}. */
class CsvReaderTest {
  private static final int COLUMNS = 3;
  private static final CsvFormat FORMAT = CsvReading.format(COLUMNS);
  private static Path file;

  @BeforeContainer
  static void createFile() throws IOException {
    file = Files.createTempFile("fuzz", ".csv");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 5000)
  void readsAnyBytesAsTheRulesSay(
      @ForAll("headers") String header,
      @ForAll("bodies") byte[] body,
      @ForAll("limits") int maxRecordBytes,
      @ForAll @IntRange(min = 1, max = 40) int windowBytes) {
    byte[] bytes = join(header.getBytes(StandardCharsets.UTF_8), body);
    int headerEnd = bytes.length - body.length;

    CsvReading reading = read(bytes, new TreeSet<>(), maxRecordBytes, windowBytes);

    assertThat(reading.entries)
        .isEqualTo(CsvOracle.read(bytes, headerEnd, COLUMNS, maxRecordBytes));
    assertThat(reading.spans).containsExactly(Span.of(path(), 0, bytes.length, bytes.length));
  }

  @Property(tries = 5000)
  @StatisticsReport(onFailureOnly = true)
  void neverJoinsSpansOfOtherRecordsThanTheWholeFileHas(
      @ForAll("headers") String header,
      @ForAll("bodiesWithLineFeedsInQuotes") byte[] body,
      @ForAll @Size(max = 8) Set<@IntRange(min = 1, max = 120) Integer> cuts,
      @ForAll("limits") int maxRecordBytes,
      @ForAll @IntRange(min = 1, max = 40) int windowBytes) {
    byte[] bytes = join(header.getBytes(StandardCharsets.UTF_8), body);
    CsvReading whole = read(bytes, new TreeSet<>(), maxRecordBytes, windowBytes);

    CsvReading cut = read(bytes, cuts, maxRecordBytes, windowBytes);

    boolean joined = cut.joined(bytes.length);
    Statistics.label("joined").collect(joined);
    Statistics.label("joined").coverage(coverage -> coverage.check(false).percentage(p -> p > 3));
    Statistics.label("joined").coverage(coverage -> coverage.check(true).percentage(p -> p > 30));
    if (joined) {
      assertThat(cut.entries).isEqualTo(whole.entries);
    } else {
      assertThat(new String(body, StandardCharsets.ISO_8859_1)).contains("\"");
    }
  }

  @Property(tries = 200)
  void joinsAtEveryCutWhereNoQuoteHoldsALineFeed(
      @ForAll("headers") String header, @ForAll("plainBodies") byte[] body) {
    byte[] bytes = join(header.getBytes(StandardCharsets.UTF_8), body);
    CsvReading whole = read(bytes, new TreeSet<>(), 1000, 64);

    for (int length = 1; length < 10; length++) {
      Set<Integer> cuts = new TreeSet<>();
      for (int cut = length; cut < bytes.length; cut += length) {
        cuts.add(cut);
      }
      CsvReading cut = read(bytes, cuts, 1000, 64);
      assertThat(cut.joined(bytes.length)).isTrue();
      assertThat(cut.entries).isEqualTo(whole.entries);
    }
  }

  private static CsvReading read(
      byte[] bytes, Set<Integer> cuts, int maxRecordBytes, int windowBytes) {
    List<Integer> borders = new ArrayList<>(List.of(0));
    new TreeSet<>(cuts).stream().filter(cut -> cut < bytes.length).forEach(borders::add);
    borders.add(bytes.length);
    CsvReading reading = new CsvReading(maxRecordBytes, windowBytes);
    try {
      Files.write(file, bytes);
      for (int i = 1; i < borders.size(); i++) {
        FileRange range = FileRange.of(path(), borders.get(i - 1), borders.get(i), bytes.length);
        reading.read(range, FORMAT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  private static String path() {
    return file.toString();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
        "c0,c1,c2\n",
        "c0,c1,c2\r\n",
        "\uFEFFc0,c1,c2\n",
        "\uFEFF# made by \"a,b\nanything, at all\n\n\"c0\",c1,\"c2\"\r\n");
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.of(1, 7, 20, CsvReader.MAX_RECORD_BYTES);
  }

  @Provide
  Arbitrary<byte[]> bodies() {
    return pieces(
        "\"", "\"", "\"\"", ",", ",", "\n", "\n", "\r", "\r\n", "a", "bc,", "#", "é", "\u00FF");
  }

  @Provide
  Arbitrary<byte[]> bodiesWithLineFeedsInQuotes() {
    return Arbitraries.oneOf(
        bodies(), pieces("\"a\nb\",c,d\n", "\"\n\n1,2,3\n\",,\n", "a,b,c\n", "\"\r\n", "\n", "\""));
  }

  /** Records without a quote, and records with quotes around anything but a line feed. */
  @Provide
  Arbitrary<byte[]> plainBodies() {
    return pieces(
        "a,b,c\n", "\n", "\r\n", "abc\r\n", "\"a,\"\"b\",,\"c\"\r\n", "a\"b\n", ",,\n", "\r,\n");
  }

  private static Arbitrary<byte[]> pieces(String... pieces) {
    return Arbitraries.of(pieces)
        .list()
        .ofMaxSize(50)
        .map(
            list -> {
              byte[] bytes = new byte[0];
              for (String piece : list) {
                boolean invalid = piece.equals("\u00FF");
                bytes =
                    join(
                        bytes,
                        piece.getBytes(
                            invalid ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
              }
              return bytes;
            });
  }
}
