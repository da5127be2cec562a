package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing disappears, however many bundles there are. */
class MillionTradesTest {
  private static final int TRADE_ID = 0;
  private static final int PRICE = 11;
  private static final int VOLUME = 13;
  private static final int ORDER_ID = 15;

  @TempDir private Path temp;

  @Test
  void keepsEveryLineEitherAsTradeOrAsReject() throws IOException {
    TestLake lake = new TestLake(temp);
    lake.run("generate", "--family=trades", "--rows=1000000", "--seed=7", "--dirty=0.001").done();
    lake.run("trades-ingest", "--runner=SparkRunner", "--bundleSize=1048576", "--runId=million")
        .done();

    GeneratedTrades sample = GeneratedTrades.of(1_000_000, 7, 0.001);
    assertThat(sample.dirty()).hasSize(1000);
    assertThat(lake.rejects("trades-ingest", "million"))
        .extracting(MillionTradesTest::payload)
        .containsExactlyInAnyOrderElementsOf(sample.dirty());
    assertThat(lake.rows("bronze/trades", "count(*)")).containsExactly("999000");
    assertThat(lake.rows("bronze/trades", "sum(trade_id), sum(order_id), sum(price), sum(volume)"))
        .containsExactly(
            String.join(
                "|",
                sum(sample.clean(), TRADE_ID, 0),
                sum(sample.clean(), ORDER_ID, 0),
                sum(sample.clean(), PRICE, 6),
                sum(sample.clean(), VOLUME, 6)));

    JsonNode counters = lake.readReport("trades-ingest", "million").get("counters");
    assertThat(counters.get("read").longValue()).isEqualTo(1_000_000);
    assertThat(counters.get("written").longValue() + counters.get("rejected").longValue())
        .isEqualTo(1_000_000);
    assertThat(lake.leftovers()).isEmpty();
  }

  /** The bytes of a rejected line, one a character. */
  private static String payload(JsonNode reject) {
    byte[] bytes =
        reject.has("payload")
            ? reject.get("payload").textValue().getBytes(StandardCharsets.UTF_8)
            : Base64.getDecoder().decode(reject.get("payload_base64").textValue());
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String sum(List<String> lines, int field, int scale) {
    BigInteger sum = BigInteger.ZERO;
    for (String line : lines) {
      BigDecimal value = new BigDecimal(line.split(",", -1)[field]);
      sum = sum.add(value.movePointRight(scale).toBigIntegerExact());
    }
    return new BigDecimal(sum, scale).toPlainString();
  }
}
