package io.lakebeam.trades;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Trades that collide: few products, few ids, prices with ties, both signs and all sizes. Some
 * texts need quotes, and some have another order in UTF-8 than in UTF-16.
 */
final class TradeArbitraries {
  private static final long HOUR = 3_600_000_000L;
  private static final long NEW_YEAR_2023 = 1_672_531_200_000_000L;

  /** The largest decimal(18,6), in millionths. */
  private static final long LARGEST = 999_999_999_999_999_999L;

  private TradeArbitraries() {}

  /** Up to 60 trades, some of them twice. */
  static Arbitrary<List<Trade>> lists() {
    Arbitrary<List<Trade>> once = trades().list().ofMaxSize(40);
    return once.flatMap(
        trades ->
            trades.isEmpty()
                ? Arbitraries.just(trades)
                : Arbitraries.of(trades)
                    .list()
                    .ofMaxSize(20)
                    .map(
                        again -> {
                          List<Trade> all = new ArrayList<>(trades);
                          all.addAll(again);
                          return all;
                        }));
  }

  static Arbitrary<Trade> trades() {
    return Builders.withBuilder(Trade::builder)
        .use(Arbitraries.longs().between(1, 8))
        .in(Trade.Builder::setTradeId)
        .use(Arbitraries.longs().between(-1, 1))
        .in(Trade.Builder::setRemoteTradeId)
        .use(Arbitraries.of(Side.class))
        .in(Trade.Builder::setSide)
        .use(products())
        .in(
            (builder, product) ->
                builder
                    .setProduct(product.getProduct())
                    .setDeliveryStartMicros(product.getDeliveryStartMicros())
                    .setDeliveryEndMicros(product.getDeliveryEndMicros())
                    .setDeliveryArea(product.getDeliveryArea()))
        .use(
            Arbitraries.of(-5 * HOUR, -1L, -1_000L, -3_000_000L)
                .map(before -> NEW_YEAR_2023 + before))
        .in(Trade.Builder::setExecutionTimeMicros)
        .use(Arbitraries.of("CONT", "SDAT"))
        .in(Trade.Builder::setTradePhase)
        .use(Arbitraries.of("N", "Y"))
        .in(Trade.Builder::setUserDefinedBlock)
        .use(Arbitraries.of("U", "N", "Y"))
        .in(Trade.Builder::setSelfTrade)
        .use(prices())
        .in(Trade.Builder::setPriceMicros)
        .use(Arbitraries.of("EUR", "GBP"))
        .in(Trade.Builder::setCurrency)
        .use(prices().map(Math::abs))
        .in(Trade.Builder::setVolumeMicros)
        .use(Arbitraries.of("MWH", "MW"))
        .in(Trade.Builder::setVolumeUnit)
        .use(Arbitraries.longs())
        .in(Trade.Builder::setOrderId)
        .build(Trade.Builder::build);
  }

  /** A dozen products at most. */
  static Arbitrary<Product> products() {
    Arbitrary<String> names =
        Arbitraries.of("XBID_Hour_Power", "A,\"B\"", "\uFF5E", "\uD83D\uDE00");
    Arbitrary<Long> starts = Arbitraries.of(NEW_YEAR_2023, NEW_YEAR_2023 + 23 * HOUR);
    return Combinators.combine(Arbitraries.of(0, 1, 2), names, starts)
        .as((kind, name, start) -> Tuple.of(kind, name, start))
        .map(
            t ->
                Product.of(
                    t.get1() == 0 ? "XBID_Hour_Power" : t.get2(),
                    t.get3(),
                    t.get3() + (t.get1() == 1 ? HOUR : HOUR / 4),
                    t.get1() == 2 ? "DE" : "FR"));
  }

  /** Millionths of at most 18 digits. */
  static Arbitrary<Long> prices() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(-10_000_000L, -5_030_000L, 0L, 5_000_000L, 10_000_000L)),
        Tuple.of(3, Arbitraries.longs().between(-3, 3)),
        Tuple.of(3, Arbitraries.longs().between(-50_000, 30_000).map(cents -> cents * 10_000)),
        Tuple.of(1, Arbitraries.longs().between(-LARGEST, LARGEST)),
        Tuple.of(1, Arbitraries.of(LARGEST, -LARGEST, LARGEST - 1)));
  }
}
