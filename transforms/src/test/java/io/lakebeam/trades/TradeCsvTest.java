package io.lakebeam.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.read.CollectedOutput;
import io.lakebeam.read.CsvSource;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Reject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradeCsvTest {
  private static final String HEADER = String.join(",", TradeCsv.FORMAT.columns()) + "\n";
  private static final String LINE =
      "1363439822,221153888,SELL,XBID_Hour_Power,2023-01-01T10:00:00Z,2023-01-01T11:00:00Z,"
          + "2022-12-31T16:05:06.392Z,FR,CONT,N,U,-5.03,EUR,5,MWH,13550086602";
  private static final List<String> FIELDS = List.of(LINE.split(","));

  private static CollectedOutput<Trade> read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("trades", ".csv");
    try {
      Files.write(file, bytes);
      CollectedOutput<Trade> output = new CollectedOutput<>();
      CsvSource.of("ParseTrades", TradeCsv.FORMAT, TradeCsv::parse)
          .emit(FileRange.of(file.toString(), 0, bytes.length, bytes.length), output);
      return output;
    } finally {
      Files.delete(file);
    }
  }

  private static CollectedOutput<Trade> read(String lines) throws IOException {
    return read((HEADER + lines).getBytes(StandardCharsets.UTF_8));
  }

  private static long micros(String instant) {
    return Instant.parse(instant).toEpochMilli() * 1_000;
  }

  @Test
  void readsTheExampleOfTheExchange() throws IOException {
    assertThat(read(LINE).rows())
        .containsExactly(
            Trade.builder()
                .setTradeId(1363439822L)
                .setRemoteTradeId(221153888L)
                .setSide(Side.SELL)
                .setProduct("XBID_Hour_Power")
                .setDeliveryStartMicros(micros("2023-01-01T10:00:00Z"))
                .setDeliveryEndMicros(micros("2023-01-01T11:00:00Z"))
                .setExecutionTimeMicros(micros("2022-12-31T16:05:06.392Z"))
                .setDeliveryArea("FR")
                .setTradePhase("CONT")
                .setUserDefinedBlock("N")
                .setSelfTrade("U")
                .setPriceMicros(-5_030_000)
                .setCurrency("EUR")
                .setVolumeMicros(5_000_000)
                .setVolumeUnit("MWH")
                .setOrderId(13550086602L)
                .build());
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "Side,sell,unknown_side",
    "Side,HOLD,unknown_side",
    "DeliveryEnd,2023-01-01T10:00:00Z,delivery_end_not_after_start",
    "DeliveryEnd,2023-01-01T11:00:00+01:00,delivery_end_not_after_start",
    "Volume,-0.000001,negative_volume",
    "Volume,5e0,malformed_decimal",
    "Price,NaN,malformed_decimal",
    "TradeId,1.0,malformed_integer",
    "OrderID,9223372036854775808,malformed_integer",
    "ExecutionTime,2022-12-31T16:05:06,malformed_timestamp",
    "DeliveryStart,2023-02-29T10:00:00Z,malformed_timestamp"
  })
  void rejectsWithColumnAndReason(String column, String value, String reason) throws IOException {
    CollectedOutput<Trade> output = read(with(column, value));

    assertThat(output.rows()).isEmpty();
    assertThat(output.rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple(reason, column));
  }

  @ParameterizedTest
  @MethodSource("columns")
  void needsAValueInEveryColumn(String column) throws IOException {
    assertThat(read(with(column, "")).rejects())
        .extracting(Reject::reason, Reject::column)
        .containsExactly(tuple("missing_value", column));
  }

  static List<String> columns() {
    return TradeCsv.FORMAT.columns();
  }

  @Test
  void takesAVolumeOfZeroAndALineThatBeginsWithAHash() throws IOException {
    CollectedOutput<Trade> output = read(with("Volume", "0") + "\n#" + LINE);

    assertThat(output.rows()).hasSize(1);
    assertThat(output.tally().rejectedBy()).containsOnlyKeys("malformed_integer");
  }

  @Property
  void keepsEveryLineEitherAsTradeOrAsReject(@ForAll("damagedLines") List<byte[]> lines)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(HEADER.getBytes(StandardCharsets.UTF_8));
    for (byte[] line : lines) {
      file.write(line);
      file.write('\n');
    }

    CollectedOutput<Trade> output = read(file.toByteArray());

    assertThat(output.tally().read()).isEqualTo(lines.size());
    assertThat(output.rows().size() + output.rejects().size()).isEqualTo(lines.size());
    assertThat(output.tally().kept()).isEqualTo(output.rows().size());
  }

  /** Lines with one byte replaced by anything but a line feed. */
  @Provide
  Arbitrary<List<byte[]>> damagedLines() {
    return Combinators.combine(
            Arbitraries.integers().between(0, LINE.length() - 1),
            Arbitraries.bytes().filter(b -> b != '\n' && b != '"'))
        .as(
            (at, replacement) -> {
              byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
              line[at] = replacement;
              return line;
            })
        .list()
        .ofMaxSize(10);
  }

  private static String with(String column, String value) {
    int index = TradeCsv.FORMAT.columns().indexOf(column);
    List<String> fields = new ArrayList<>(FIELDS);
    fields.set(index, value);
    return String.join(",", fields);
  }
}
