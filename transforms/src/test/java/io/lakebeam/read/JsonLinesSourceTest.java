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

class JsonLinesSourceTest {
  private static final int MAX_LINE_BYTES = 100_000;
  private static final JsonLinesSource<String> SOURCE =
      JsonLinesSource.of("ParseThings", MAX_LINE_BYTES, () -> JsonLinesSourceTest::parse);

  @TempDir Path directory;

  /** The string that the line is. */
  private static String parse(byte[] bytes, int from, int to) throws BadValue {
    JsonCursor json = new JsonCursor();
    json.reset(bytes, from, to);
    JsonString string = new JsonString();
    json.readString(string);
    json.expectEnd();
    return json.text(string);
  }

  private CollectedOutput<String> read(String name, byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve(name), bytes);
    CollectedOutput<String> output = new CollectedOutput<>();
    SOURCE.emit(FileRange.of(file.toString(), 0, bytes.length, bytes.length), output);
    return output;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void countsEveryLineAsRowOrReject() throws IOException {
    CollectedOutput<String> output =
        read("in.jsonl", utf8("\ufeff\"a\"\r\n\n \t\r\n\"b\n\"c\\n\\u0000\\ud83d\\ude00\"\nx"));

    assertThat(output.rows()).containsExactly("a", "c\n\0\ud83d\ude00");
    assertThat(output.tally().read()).isEqualTo(4);
    assertThat(output.tally().kept()).isEqualTo(2);
    assertThat(output.rejects())
        .extracting(Reject::step, Reject::reason, Reject::offset, r -> new String(r.payload()))
        .containsExactly(
            tuple("ParseThings", "malformed_json", 13L, "\"b"),
            tuple("ParseThings", "malformed_json", 40L, "x"));
    assertThat(output.rejects())
        .extracting(Reject::source)
        .containsOnly(directory.resolve("in.jsonl").toString());
  }

  @Test
  void keepsTheBytesOfALineThatIsNotUtf8() throws IOException {
    byte[] line = {'"', (byte) 0xE9, '\\', 'n', '"'};

    Reject reject = read("in.jsonl", line).rejects().get(0);

    assertThat(reject.reason()).isEqualTo("invalid_utf8");
    assertThat(reject.payload()).isEqualTo(line);
  }

  @Test
  void takesTheLongestLineAndRefusesALongerOne() throws IOException {
    String longest = "x".repeat(MAX_LINE_BYTES - 2);

    CollectedOutput<String> output =
        read("in.jsonl", utf8("\"" + longest + "\"\r\n\"" + longest + "x\"\r\n\"a\"\n"));

    assertThat(output.rows()).containsExactly(longest, "a");
    Reject reject = output.rejects().get(0);
    assertThat(reject.reason()).isEqualTo("line_too_long");
    assertThat(reject.payload()).hasSize(CsvReader.MAX_PAYLOAD_BYTES);
    assertThat(reject.message()).contains("100001 bytes").contains("first 65536");
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD"})
  void readsConcatenatedStreamsAsOneFile(Compression compression) throws IOException {
    byte[] bytes = join(compress(compression, "\"a\"\n\"b"), compress(compression, "c\"\nx"));

    CollectedOutput<String> output = read("in.jsonl" + compression.getSuggestedSuffix(), bytes);

    assertThat(output.rows()).containsExactly("a", "bc");
    assertThat(output.rejects()).extracting(Reject::offset).containsExactly(9L);
    assertThat(output.tally().spans())
        .extracting(Span::begin, Span::next, Span::end)
        .containsExactly(tuple(0L, 10L, 10L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD"})
  void failsAtATruncatedStreamNamingFileAndOffset(Compression compression) throws IOException {
    String name = "in.jsonl" + compression.getSuggestedSuffix();
    byte[] whole = compress(compression, "\"abcdef\"\n".repeat(100_000));

    for (int length : new int[] {whole.length - 1, whole.length / 2, 5}) {
      assertThatThrownBy(() -> read(name, Arrays.copyOf(whole, length)))
          .isInstanceOfSatisfying(
              LakeException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_PLACE))
          .hasMessageContaining(name + " cannot be read beyond byte")
          .hasMessageContaining("decompressed");
    }
  }

  @Test
  void letsABugOfTheParserThrough() {
    JsonLinesSource<String> broken =
        JsonLinesSource.of(
            "Broken",
            MAX_LINE_BYTES,
            () ->
                (bytes, from, to) -> {
                  throw new IllegalStateException("a bug");
                });

    assertThatThrownBy(
            () -> {
              Path file = Files.write(directory.resolve("in.jsonl"), utf8("1\n"));
              broken.emit(FileRange.of(file.toString(), 0, 2, 2), new CollectedOutput<>());
            })
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] compress(Compression compression, String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WritableByteChannel channel = compression.writeCompressed(Channels.newChannel(out))) {
      channel.write(ByteBuffer.wrap(utf8(text)));
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
