package io.lakebeam.trades;

import static java.math.RoundingMode.HALF_EVEN;
import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the jobs must give, computed slowly and simply: everything in memory, every formula as the
 * specification states it, on decimals. Knows nothing of the code that it checks but the types.
 */
final class TradesOracle {
  /** More digits than any double needs to be the nearest one. */
  private static final MathContext DIGITS = new MathContext(200);

  private static final BigDecimal NORMAL_QUARTILE = new BigDecimal("0.6745");
  private static final Comparator<String> BY_BYTES =
      comparing(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));

  /** A financial product, ordered as the specification orders keys. */
  record Key(String product, long deliveryStartMicros, long deliveryEndMicros, String deliveryArea)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return comparing(Key::product, BY_BYTES)
          .thenComparing(Key::deliveryStartMicros)
          .thenComparing(Key::deliveryEndMicros)
          .thenComparing(Key::deliveryArea, BY_BYTES)
          .compare(this, other);
    }
  }

  /** A row of the averages; decimals have scale 6. */
  record AverageRow(
      Key key, BigDecimal averageTradePrice, BigDecimal averageVolume, long tradeCount) {}

  /** A row of the top; volume has scale 6. */
  record TopRow(int rank, Key key, BigDecimal volume) {}

  /** A row of the anomalies; decimals have scale 6, score may be null. */
  record AnomalyRow(
      long tradeId,
      long executionTimeMicros,
      Key key,
      BigDecimal price,
      BigDecimal averageTradePrice,
      Double score,
      String rule) {}

  private TradesOracle() {}

  /** One row per product, by key. */
  static List<AverageRow> averages(Collection<Trade> trades, Set<Side> sides) {
    return byProduct(trades, sides).entrySet().stream()
        .map(
            product ->
                new AverageRow(
                    product.getKey(),
                    average(decimals(product.getValue(), Trade::getPriceMicros)),
                    average(decimals(product.getValue(), Trade::getVolumeMicros)),
                    product.getValue().size()))
        .toList();
  }

  /** The products of the greatest volume, by rank. */
  static List<TopRow> top(Collection<Trade> trades, Set<Side> sides, int size) {
    Map<Key, BigDecimal> volumes = new TreeMap<>();
    byProduct(trades, sides)
        .forEach((key, rows) -> volumes.put(key, sum(decimals(rows, Trade::getVolumeMicros))));
    List<Key> ranked =
        volumes.keySet().stream()
            .sorted(comparing((Key key) -> volumes.get(key)).reversed().thenComparing(key -> key))
            .limit(size)
            .toList();
    return IntStream.range(0, ranked.size())
        .mapToObj(i -> new TopRow(i + 1, ranked.get(i), volumes.get(ranked.get(i))))
        .toList();
  }

  /** One row per abnormal trade, by product and then as the trades came; duplicates are kept. */
  static List<AnomalyRow> anomalies(
      Collection<Trade> trades, Set<Side> sides, AnomalyRule rule, BigDecimal threshold) {
    return byProduct(trades, sides).entrySet().stream()
        .flatMap(
            product -> {
              List<BigDecimal> prices = decimals(product.getValue(), Trade::getPriceMicros);
              return product.getValue().stream()
                  .filter(trade -> isAbnormal(rule, threshold, prices, price(trade)))
                  .map(
                      trade ->
                          new AnomalyRow(
                              trade.getTradeId(),
                              trade.getExecutionTimeMicros(),
                              product.getKey(),
                              price(trade),
                              average(prices),
                              score(rule, prices, price(trade)),
                              rule.code()));
            })
        .toList();
  }

  /** Of the trades with the same id and side only the latest, then the greatest; by id and side. */
  static List<Trade> deduplicated(Collection<Trade> trades) {
    record IdAndSide(long id, Side side) {}
    return trades.stream()
        .collect(groupingBy(trade -> new IdAndSide(trade.getTradeId(), trade.getSide())))
        .entrySet()
        .stream()
        .sorted(comparingLong(entry -> entry.getKey().id() * 2 + entry.getKey().side().ordinal()))
        .map(entry -> entry.getValue().stream().max(latestThenGreatest()).orElseThrow())
        .toList();
  }

  private static Comparator<Trade> latestThenGreatest() {
    return comparingLong(Trade::getExecutionTimeMicros)
        .thenComparingLong(Trade::getRemoteTradeId)
        .thenComparing(Trade::getProduct, BY_BYTES)
        .thenComparingLong(Trade::getDeliveryStartMicros)
        .thenComparingLong(Trade::getDeliveryEndMicros)
        .thenComparing(Trade::getDeliveryArea, BY_BYTES)
        .thenComparing(Trade::getTradePhase, BY_BYTES)
        .thenComparing(Trade::getUserDefinedBlock, BY_BYTES)
        .thenComparing(Trade::getSelfTrade, BY_BYTES)
        .thenComparingLong(Trade::getPriceMicros)
        .thenComparing(Trade::getCurrency, BY_BYTES)
        .thenComparingLong(Trade::getVolumeMicros)
        .thenComparing(Trade::getVolumeUnit, BY_BYTES)
        .thenComparingLong(Trade::getOrderId);
  }

  /** Whether a price is abnormal among all the prices of its product. */
  static boolean isAbnormal(
      AnomalyRule rule, BigDecimal threshold, List<BigDecimal> prices, BigDecimal price) {
    BigDecimal count = BigDecimal.valueOf(prices.size());
    return switch (rule) {
      case MEAN_RATIO ->
          // Both sides times the count, so that the mean needs no division.
          fromMean(prices, price).compareTo(threshold.multiply(sum(prices).abs())) > 0;
      case ZSCORE -> {
        // Squared: n (n p - S)^2 against t^2 times the sum of all (n p - S)^2.
        BigDecimal all = sumOfSquares(prices);
        BigDecimal own = fromMean(prices, price).pow(2).multiply(count);
        yield all.signum() > 0 && own.compareTo(threshold.pow(2).multiply(all)) > 0;
      }
      case MAD -> {
        BigDecimal mad = medianDeviation(prices);
        BigDecimal own = NORMAL_QUARTILE.multiply(price.subtract(median(prices)).abs());
        yield mad.signum() > 0 && own.compareTo(threshold.multiply(mad)) > 0;
      }
    };
  }

  /** The deviation over what the threshold multiplies; null where that is zero. */
  static Double score(AnomalyRule rule, List<BigDecimal> prices, BigDecimal price) {
    return switch (rule) {
      case MEAN_RATIO -> quotient(fromMean(prices, price), sum(prices).abs());
      case ZSCORE -> {
        BigDecimal all = sumOfSquares(prices);
        BigDecimal own = fromMean(prices, price).pow(2).multiply(BigDecimal.valueOf(prices.size()));
        yield all.signum() == 0 ? null : own.divide(all, DIGITS).sqrt(DIGITS).doubleValue();
      }
      case MAD ->
          quotient(
              NORMAL_QUARTILE.multiply(price.subtract(median(prices)).abs()),
              medianDeviation(prices));
    };
  }

  /** The mean, rounded half even to 6 digits. */
  static BigDecimal average(List<BigDecimal> values) {
    return sum(values).divide(BigDecimal.valueOf(values.size()), 6, HALF_EVEN);
  }

  static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    BigDecimal upper = sorted.get(sorted.size() / 2);
    return lower.add(upper).divide(BigDecimal.valueOf(2));
  }

  static BigDecimal medianDeviation(List<BigDecimal> values) {
    BigDecimal median = median(values);
    return median(values.stream().map(value -> value.subtract(median).abs()).toList());
  }

  /** The count times the distance from the mean. */
  private static BigDecimal fromMean(List<BigDecimal> prices, BigDecimal price) {
    return price.multiply(BigDecimal.valueOf(prices.size())).subtract(sum(prices)).abs();
  }

  private static BigDecimal sumOfSquares(List<BigDecimal> prices) {
    return sum(prices.stream().map(price -> fromMean(prices, price).pow(2)).toList());
  }

  private static Double quotient(BigDecimal dividend, BigDecimal divisor) {
    return divisor.signum() == 0 ? null : dividend.divide(divisor, DIGITS).doubleValue();
  }

  private static Map<Key, List<Trade>> byProduct(Collection<Trade> trades, Set<Side> sides) {
    return trades.stream()
        .filter(trade -> sides.contains(trade.getSide()))
        .collect(groupingBy(TradesOracle::key, TreeMap::new, toList()));
  }

  private static Key key(Trade trade) {
    return new Key(
        trade.getProduct(),
        trade.getDeliveryStartMicros(),
        trade.getDeliveryEndMicros(),
        trade.getDeliveryArea());
  }

  private static List<BigDecimal> decimals(List<Trade> trades, Function<Trade, Long> micros) {
    return trades.stream().map(trade -> BigDecimal.valueOf(micros.apply(trade), 6)).toList();
  }

  private static BigDecimal price(Trade trade) {
    return BigDecimal.valueOf(trade.getPriceMicros(), 6);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
