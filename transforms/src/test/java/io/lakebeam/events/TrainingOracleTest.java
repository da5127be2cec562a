package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle itself, on cases whose answer is worked out by hand. */
class TrainingOracleTest {
  private static final long SECOND = 1_000_000;

  @Test
  void tellsOfTheWholeSession() {
    List<Event> events =
        List.of(
            event("a", 1, EventType.VIEW, 10, "5"),
            event("a", 1, EventType.PURCHASE, 20, "4"),
            event("a", 1, EventType.VIEW, 30, "4"),
            event("a", 2, EventType.CART, 40, "1"));
    assertThat(base(events, AsOf.SESSION_END, false).rows())
        .extracting(
            TrainingOracle.Row::productId,
            TrainingOracle.Row::price,
            TrainingOracle.Row::numViewsProduct,
            TrainingOracle.Row::purchased,
            TrainingOracle.Row::duration,
            TrainingOracle.Row::numViewsSession,
            TrainingOracle.Row::numProductsSession)
        .containsExactly(
            tuple(1L, new BigDecimal("4.333333"), 2L, true, 30L, 1L, 2L),
            tuple(2L, new BigDecimal("1.000000"), 0L, false, 30L, 1L, 2L));
  }

  @Test
  void knowsNothingFromTheFirstPurchaseOn() {
    List<Event> events =
        List.of(
            event("a", 1, EventType.VIEW, 10, "5"),
            event("a", 2, EventType.VIEW, 19, "1"),
            event("a", 3, EventType.VIEW, 20, "1"),
            event("a", 1, EventType.PURCHASE, 20, "4"),
            event("a", 1, EventType.VIEW, 20, "4"),
            event("a", 4, EventType.PURCHASE, 50, "9"));
    TrainingOracle.Base base = base(events, AsOf.FIRST_PURCHASE, false);
    assertThat(base.rows())
        .extracting(
            TrainingOracle.Row::productId,
            TrainingOracle.Row::price,
            TrainingOracle.Row::numViewsProduct,
            TrainingOracle.Row::duration,
            TrainingOracle.Row::numViewsSession)
        .containsExactly(
            tuple(1L, new BigDecimal("5.000000"), 1L, 9L, 2L),
            tuple(2L, new BigDecimal("1.000000"), 1L, 40L, 3L),
            tuple(3L, new BigDecimal("1.000000"), 1L, 40L, 3L));
    assertThat(base.filteredBy()).containsOnly(Map.entry("purchase_without_history", 1L));
    assertThat(base.kept()).isEqualTo(5);
  }

  @Test
  void ordersSessionsOfOneSecondByTheirIds() {
    List<Event> events =
        List.of(
            event("b", 1, EventType.VIEW, 10, "1"),
            event("a", 1, EventType.VIEW, 10, "1"),
            event("a", 1, EventType.VIEW, 99, "1"),
            event("c", 1, EventType.VIEW, 9, "1"));
    assertThat(base(events, AsOf.SESSION_END, false).rows())
        .extracting(
            TrainingOracle.Row::userSession,
            TrainingOracle.Row::numPrevSessions,
            TrainingOracle.Row::numPrevProductViews)
        .containsExactly(tuple("a", 1L, 1L), tuple("b", 2L, 3L), tuple("c", 0L, 0L));
  }

  @Test
  void countsDuplicatesUnlessToldOtherwise() {
    Event event = event("a", 1, EventType.VIEW, 10, "1");
    List<Event> events = List.of(event, event, event);
    assertThat(base(events, AsOf.SESSION_END, false).rows().get(0).numViewsProduct()).isEqualTo(3);
    TrainingOracle.Base once = base(events, AsOf.SESSION_END, true);
    assertThat(once.rows().get(0).numViewsProduct()).isEqualTo(1);
    assertThat(once.filteredBy()).containsOnly(Map.entry("duplicate", 2L));
  }

  /** Session b buys at 20 what a, begun before it, and c, begun after it, view too. */
  @Test
  void knowsOfOverlappingSessionsWhatWasViewedBeforeTheFirstPurchase() {
    List<Event> events =
        List.of(
            event("a", 1, EventType.VIEW, 10, "1"),
            event("a", 1, EventType.VIEW, 20, "1"),
            event("a", 1, EventType.VIEW, 30, "1"),
            event("b", 1, EventType.VIEW, 12, "1"),
            event("b", 1, EventType.PURCHASE, 20, "1"),
            event("c", 1, EventType.VIEW, 15, "1"));
    assertThat(base(events, AsOf.FIRST_PURCHASE, false).rows())
        .extracting(
            TrainingOracle.Row::userSession,
            TrainingOracle.Row::numPrevSessions,
            TrainingOracle.Row::numPrevProductViews,
            TrainingOracle.Row::numPrevAndCurrentProductViews)
        .containsExactly(tuple("a", 0L, 0L, 3L), tuple("b", 1L, 1L, 2L), tuple("c", 2L, 4L, 5L));
    assertThat(base(events, AsOf.SESSION_END, false).rows())
        .extracting(
            TrainingOracle.Row::userSession,
            TrainingOracle.Row::numPrevSessions,
            TrainingOracle.Row::numPrevProductViews,
            TrainingOracle.Row::numPrevAndCurrentProductViews)
        .containsExactly(tuple("a", 0L, 0L, 3L), tuple("b", 1L, 3L, 4L), tuple("c", 2L, 4L, 5L));
  }

  /** U+FF5E comes before U+1F600 in UTF-8, behind it in UTF-16. */
  @Test
  void takesTheLeastTextOfTheFirstMomentThatHasOne() {
    Event event = event("a", 1, EventType.VIEW, 20, "1");
    List<Event> events =
        List.of(
            event("a", 1, EventType.VIEW, 10, "1"),
            event.toBuilder().setCategoryCode("b.x.y").setBrand("\uD83D\uDE00").build(),
            event.toBuilder().setCategoryCode("c").build(),
            event.toBuilder().setBrand("\uFF5E").build(),
            event("a", 1, EventType.VIEW, 30, "1").toBuilder()
                .setCategoryCode("a")
                .setBrand("a")
                .build());
    assertThat(base(events, AsOf.SESSION_END, false).rows())
        .extracting(
            TrainingOracle.Row::categoryCode,
            TrainingOracle.Row::category,
            TrainingOracle.Row::subCategory,
            TrainingOracle.Row::brand)
        .containsExactly(tuple("b.x.y", "b", "x.y", "\uFF5E"));
  }

  /** Means of 1.5 and 2.5 millionths; 1.9 seconds between the first and last event of the range. */
  @Test
  void roundsToEvenAndCutsSessionsAndSecondsOff() {
    Event up = event("a", 1, EventType.VIEW, 0, "0.000001");
    Event down = event("a", 2, EventType.VIEW, 0, "0.000002");
    List<Event> events =
        List.of(
            event("z", 1, EventType.VIEW, 1, "7"),
            up.toBuilder().setTimeMicros(10_899_999).build(),
            up.toBuilder().setTimeMicros(10_900_000).build(),
            up.toBuilder().setTimeMicros(11_000_000).setPriceMicros(2).build(),
            down.toBuilder().setTimeMicros(11_000_000).build(),
            down.toBuilder().setTimeMicros(12_800_000).setPriceMicros(3).build(),
            down.toBuilder().setTimeMicros(12_800_001).build());
    TrainingOracle.Base base =
        TrainingOracle.base(events, 10_900_000, 12_800_000, AsOf.SESSION_END, false);
    assertThat(base.rows())
        .extracting(
            TrainingOracle.Row::price,
            TrainingOracle.Row::numViewsProduct,
            TrainingOracle.Row::startTime,
            TrainingOracle.Row::endTime,
            TrainingOracle.Row::duration,
            TrainingOracle.Row::numPrevSessions)
        .containsExactly(
            tuple(new BigDecimal("0.000002"), 2L, 10_900_000L, 12_800_000L, 1L, 0L),
            tuple(new BigDecimal("0.000002"), 2L, 10_900_000L, 12_800_000L, 1L, 0L));
    assertThat(base.filteredBy()).containsOnly(Map.entry("out_of_range", 3L));
  }

  private static TrainingOracle.Base base(List<Event> events, AsOf asOf, boolean deduplicate) {
    return TrainingOracle.base(events, 0, 1000 * SECOND, asOf, deduplicate);
  }

  private static Event event(
      String session, long product, EventType type, long second, String price) {
    return Event.builder()
        .setTimeMicros(second * SECOND)
        .setType(type)
        .setProductId(product)
        .setCategoryId(null)
        .setCategoryCode(null)
        .setBrand(null)
        .setPriceMicros(new BigDecimal(price).movePointRight(6).longValueExact())
        .setUserId(1)
        .setSession(session)
        .build();
  }
}
