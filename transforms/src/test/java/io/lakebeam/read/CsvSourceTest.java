package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.write.Reject;
import io.lakebeam.write.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.beam.sdk.io.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CsvSourceTest {
  private static final CsvFormat FORMAT = CsvFormat.of("id", "name", "price");
  private static final CsvSource<String> SOURCE =
      CsvSource.of(
          "ParseThings",
          FORMAT,
          record -> record.int64(0) + "|" + record.text(1) + "|" + record.decimal(2));
  private static final String HEADER = "name,id,price\n";

  @TempDir Path directory;

  private CollectedOutput<String> read(String text) throws IOException {
    return read("in.csv", text.getBytes(StandardCharsets.UTF_8), SOURCE);
  }

  private CollectedOutput<String> read(String name, byte[] bytes, CsvSource<String> source)
      throws IOException {
    Path file = Files.write(directory.resolve(name), bytes);
    CollectedOutput<String> output = new CollectedOutput<>();
    source.emit(FileRange.of(file.toString(), 0, bytes.length, bytes.length), output);
    return output;
  }

  @Test
  void countsEveryRecordAsRowOrReject() throws IOException {
    CollectedOutput<String> output = read(HEADER + "a,1,1.5\n\nb,x,2\nc,3\n\"d\ne\",4,-1\n\"f");

    assertThat(output.rows()).containsExactly("1|a|1500000", "4|d\ne|-1000000");
    assertThat(output.tally().read()).isEqualTo(5);
    assertThat(output.tally().kept()).isEqualTo(2);
    assertThat(output.tally().rejected()).isEqualTo(3);
    assertThat(output.rejects())
        .extracting(Reject::reason, Reject::column, Reject::offset, r -> text(r.payload()))
        .containsExactly(
            tuple("malformed_integer", "id", 23L, "b,x,2"),
            tuple("wrong_field_count", null, 29L, "c,3"),
            tuple("malformed_quotes", null, 44L, "\"f"));
    assertThat(output.rejects()).extracting(Reject::step).containsOnly("ParseThings");
    assertThat(output.rejects())
        .extracting(Reject::source)
        .containsOnly(directory.resolve("in.csv").toString());
  }

  @Test
  void namesTheColumnWithoutAValue() throws IOException {
    CollectedOutput<String> output = read(HEADER + ",1,1\n\"\",1,1\na,,1\na,1,\r\n");

    assertThat(output.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(
            tuple("missing_value", "name"),
            tuple("missing_value", "name"),
            tuple("missing_value", "id"),
            tuple("missing_value", "price"));
  }

  @Test
  void convertsQuotedValues() throws IOException {
    assertThat(read(HEADER + "\"a \"\"b\"\", c\",\"12\",\"1.5\"\r\n").rows())
        .containsExactly("12|a \"b\", c|1500000");
  }

  @Test
  void keepsQuotesAndCarriageReturnsInsideUnquotedFields() throws IOException {
    assertThat(read(HEADER + "a\"b\"\rc,1,1\n").rows()).containsExactly("1|a\"b\"\rc|1000000");
  }

  @Test
  void givesUpOnlyTheLineWhoseQuotesAreWrong() throws IOException {
    CollectedOutput<String> output = read(HEADER + "\"a\"b,1,1\nc,2,2\n\"d,3,3\ne,4,4\n");

    assertThat(output.rows()).containsExactly("2|c|2000000", "4|e|4000000");
    assertThat(output.tally().rejectedBy()).containsEntry("malformed_quotes", 2L);
  }

  @Test
  void keepsTheBytesOfALineThatIsNotUtf8() throws IOException {
    byte[] line = {(byte) 0xE9, ',', '1', ',', '1'};
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(header, header.length + line.length);
    System.arraycopy(line, 0, bytes, header.length, line.length);

    Reject reject = read("in.csv", bytes, SOURCE).rejects().get(0);

    assertThat(reject.reason()).isEqualTo("invalid_utf8");
    assertThat(reject.column()).isEqualTo("name");
    assertThat(reject.payload()).isEqualTo(line);
  }

  @Test
  void takesTheLongestRecordAndRefusesALongerOne() throws IOException {
    String longest = "x".repeat(CsvReader.MAX_RECORD_BYTES - 4);
    String text = HEADER + longest + ",1,1\r\n" + longest + "x,2,2\r\na,3,3\n";

    CollectedOutput<String> output = read(text);

    assertThat(output.rows()).containsExactly("1|" + longest + "|1000000", "3|a|3000000");
    Reject reject = output.rejects().get(0);
    assertThat(reject.reason()).isEqualTo("record_too_long");
    assertThat(reject.payload()).hasSize(CsvReader.MAX_PAYLOAD_BYTES).containsOnly('x');
    assertThat(reject.message()).contains("1048577 bytes").contains("first 65536");
  }

  @Test
  void passesAQuoteThatIsNotClosedWithinTheLongestRecord() throws IOException {
    String lines = "a,1,1\n".repeat(200_000);

    CollectedOutput<String> output = read(HEADER + "\"open,0,0\n" + lines + "\"\n");

    assertThat(output.rows()).hasSize(200_000);
    assertThat(output.tally().rejectedBy()).containsOnlyKeys("malformed_quotes");
    assertThat(output.tally().rejected()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD", "BZIP2"})
  void readsConcatenatedStreamsAsOneFile(Compression compression) throws IOException {
    byte[] bytes = join(compress(compression, HEADER + "a,1,1\nb"), compress(compression, ",2,2"));

    CollectedOutput<String> output =
        read("in.csv" + compression.getSuggestedSuffix(), bytes, SOURCE);

    assertThat(output.rows()).containsExactly("1|a|1000000", "2|b|2000000");
    assertThat(output.tally().spans())
        .extracting(Span::begin, Span::next, Span::end)
        .containsExactly(tuple(0L, 25L, 25L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD", "BZIP2"})
  void failsAtATruncatedStream(Compression compression) throws IOException {
    String name = "in.csv" + compression.getSuggestedSuffix();
    byte[] whole = compress(compression, HEADER + "a,1,1\n".repeat(100_000));

    for (int length : new int[] {whole.length - 1, whole.length / 2, 5}) {
      assertThatThrownBy(() -> read(name, Arrays.copyOf(whole, length), SOURCE))
          .isInstanceOfSatisfying(
              LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
          .hasMessageContaining(name + " cannot be read beyond byte")
          .hasMessageContaining("decompressed");
    }
  }

  @Test
  void saysAboutWhereACorruptStreamStops() throws IOException {
    byte[] first = compress(Compression.GZIP, HEADER + "a,1,1\n".repeat(100_000));
    byte[] garbage = "not gzip at all".getBytes(StandardCharsets.UTF_8);
    long end = HEADER.length() + 600_000;

    assertThatThrownBy(() -> read("in.csv.gz", join(first, garbage), SOURCE))
        .isInstanceOf(LakeException.class)
        .satisfies(
            e -> {
              String offset = e.getMessage().replaceFirst(".* beyond byte (\\d+) of .*", "$1");
              assertThat(Long.parseLong(offset)).isBetween(end - 16_384, end);
            });
  }

  @Test
  void letsABugOfTheParserThrough() {
    CsvSource<String> broken =
        CsvSource.of(
            "Broken",
            FORMAT,
            record -> {
              throw new IllegalStateException("a bug");
            });

    assertThatThrownBy(
            () -> read("in.csv", (HEADER + "a,1,1").getBytes(StandardCharsets.UTF_8), broken))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] compress(Compression compression, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WritableByteChannel channel = compression.writeCompressed(Channels.newChannel(out))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
