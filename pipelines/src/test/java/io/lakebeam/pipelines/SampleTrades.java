package io.lakebeam.pipelines;

import io.lakebeam.trades.Side;
import io.lakebeam.trades.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Trades to run pipelines on. */
final class SampleTrades {
  private static final long HOUR = 3_600_000_000L;
  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

  private SampleTrades() {}

  /** A sale of the first hour of 2023 in France. */
  static Trade.Builder trade(long id, String price, String volume) {
    return Trade.builder()
        .setTradeId(id)
        .setRemoteTradeId(id + 1)
        .setSide(Side.SELL)
        .setProduct("XBID_Hour_Power")
        .setDeliveryStartMicros(day(0))
        .setDeliveryEndMicros(day(0) + HOUR)
        .setExecutionTimeMicros(day(0) - HOUR)
        .setDeliveryArea("FR")
        .setTradePhase("CONT")
        .setUserDefinedBlock("N")
        .setSelfTrade("U")
        .setPriceMicros(micros(price))
        .setCurrency("EUR")
        .setVolumeMicros(micros(volume))
        .setVolumeUnit("MWH")
        .setOrderId(id + 2);
  }

  /** A sale on a day of 2023, from 0. */
  static Trade onDay(int day, long id) {
    return trade(id, "10", "1")
        .setDeliveryStartMicros(day(day))
        .setDeliveryEndMicros(day(day) + HOUR)
        .build();
  }

  /** So many sales on each of the first days of 2023; the ids begin with the first id. */
  static List<Trade> onDays(int days, int perDay, long firstId) {
    return IntStream.range(0, days * perDay).mapToObj(i -> onDay(i % days, firstId + i)).toList();
  }

  /**
   * Trades that collide in every way, the same for a seed: few ids, few products with names that
   * need quotes or have another order in UTF-8 than in UTF-16, prices with ties, both signs and all
   * sizes. A tenth of them are there twice.
   */
  static List<Trade> colliding(long seed, int size) {
    Random random = new Random(seed);
    List<Trade> trades = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      trades.add(colliding(random));
    }
    for (int i = 0; i < size / 10; i++) {
      trades.add(trades.get(random.nextInt(size)));
    }
    return trades;
  }

  private static Trade colliding(Random random) {
    boolean usual = random.nextInt(3) > 0;
    long start = day(0) + random.nextInt(2) * 23 * HOUR;
    return trade(random.nextInt(30), "0", "0")
        .setRemoteTradeId(random.nextInt(3) - 1)
        .setSide(oneOf(random, Side.BUY, Side.SELL))
        .setProduct(
            usual
                ? "XBID_Hour_Power"
                : oneOf(random, "A,\"B\"", "\uFF5E", "\uD83D\uDE00", "#", " "))
        .setDeliveryStartMicros(start)
        .setDeliveryEndMicros(start + (usual ? HOUR : 2 * HOUR))
        .setDeliveryArea(oneOf(random, "FR", "FR", "DE"))
        .setExecutionTimeMicros(day(0) - oneOf(random, 1L, 1_000L, 3_000_000L, 5 * HOUR))
        .setTradePhase(oneOf(random, "CONT", "SDAT"))
        .setSelfTrade(oneOf(random, "U", "N", "Y"))
        .setPriceMicros(price(random))
        .setVolumeMicros(Math.abs(price(random)))
        .setOrderId(random.nextLong())
        .build();
  }

  /** Millionths; one in fifty of 18 digits, a third of them ties. */
  private static long price(Random random) {
    switch (random.nextInt(50)) {
      case 0:
        return random.nextLong() % 1_000_000_000_000_000_000L;
      case 1:
        return 99_999_999_999_999_999L;
      default:
        return random.nextInt(3) == 0
            ? oneOf(random, -10_000_000L, 0L, 5_000_000L, 10_000_000L)
            : random.nextInt(80_000_000) - 30_000_000L;
    }
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  /**
   * What random trades rarely are: a mean of zero, a deviation that equals the threshold, averages
   * that are ties in the seventh digit, sums beyond 64 bits, equal volumes around the rank that is
   * the last.
   */
  static List<Trade> corners() {
    List<Trade> trades = new ArrayList<>();
    addProduct(trades, "MEAN0", "1", "-5", "0", "5", "0", "0.000001", "-0.000001");
    addProduct(trades, "EXACT", "1", "1", "1", "1", "1", "1", "1", "7", "1", "1", "1");
    addProduct(trades, "HALVES", "1", "0.000001", "0.000002", "0.000001", "0.000002");
    addProduct(trades, "HALVES-", "1", "-0.000001", "-0.000002");
    addProduct(trades, "THIRDS", "1", "0.000001", "0.000001", "0");
    addProduct(
        trades, "HUGE", "99999999999.999999", "99999999999.999999", "99999999999.999999", "-1");
    for (int i = 0; i < 30; i++) {
      addProduct(trades, "MORE", "999999999999.999999", "999999999999.999999");
    }
    addProduct(trades, "MORE", "0", "-999999999999.999999");
    addProduct(trades, "ONE", "6", "123.456789");
    addProduct(trades, "TIE1", "4000.000001", "3");
    addProduct(trades, "TIE2", "4000.000001", "3");
    addProduct(trades, "\uFF5E", "4000.000001", "3");
    addProduct(trades, "\uD83D\uDE00", "4000.000001", "3");
    return trades;
  }

  private static void addProduct(List<Trade> trades, String area, String volume, String... prices) {
    for (String price : prices) {
      trades.add(trade(trades.size(), price, volume).setDeliveryArea(area).build());
    }
  }

  private static long day(int day) {
    Instant start = FIRST_DAY.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    return ChronoUnit.MICROS.between(Instant.EPOCH, start);
  }

  private static long micros(String decimal) {
    return new BigDecimal(decimal).movePointRight(6).longValueExact();
  }
}
