package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.publish.Check;
import io.lakebeam.read.CollectedOutput;
import io.lakebeam.write.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each quality check passes on a sound base, and fails on one with the fault that it is for. */
class InspectTrainingBaseTest {
  private static final TimeRange RANGE =
      TimeRange.parse("2019-10-01 00:00:00", "2019-10-31 23:59:59");

  @Test
  void passesASoundBase() {
    assertThat(checks(true, row(1, "train", Visit.NO_MOMENT), row(2, "test", 1_000)))
        .extracting(Check::passed, Check::value)
        .containsExactly(tuple(true, "2 of 2; 2"), tuple(true, "0 of 2"), tuple(true, "0 of 2"));
  }

  @Test
  void findsMoreBoughtRowsThanPurchases() {
    assertThat(checks(false, row(1, "train", Visit.NO_MOMENT)))
        .extracting(Check::passed)
        .containsExactly(false, true, true);
  }

  @Test
  void findsAUserOnTwoSides() {
    assertThat(
            checks(
                true,
                row(1, "train", Visit.NO_MOMENT),
                row(1, "test", Visit.NO_MOMENT),
                row(2, "test", Visit.NO_MOMENT)))
        .extracting(Check::passed, Check::value)
        .containsExactly(tuple(true, "3 of 3; 3"), tuple(false, "1 of 2"), tuple(true, "0 of 3"));
  }

  @Test
  void findsAFeatureThatLooksAhead() {
    assertThat(checks(true, row(1, "train", 999), row(2, "train", Visit.NO_MOMENT)))
        .extracting(Check::passed)
        .containsExactly(true, true, false);
  }

  @Test
  void findsAnEventOfItsMomentAmongTheFeatures() {
    assertThat(checks(true, boughtAt(20, 10, 19))).extracting(Check::passed).containsOnly(true);
    assertThat(checks(true, boughtAt(20, 10, 20)))
        .extracting(Check::passed)
        .containsExactly(true, true, false);
  }

  /** A row of views that are taken for features, and of a purchase that is read after them. */
  private static TrainingRow boughtAt(long moment, long... views) {
    OpenSession session = new OpenSession(AsOf.FIRST_PURCHASE, event(EventType.VIEW, views[0]));
    for (long view : views) {
      session.add(event(EventType.VIEW, view), 1);
    }
    session.add(event(EventType.PURCHASE, moment), 1);
    CollectedOutput<Visit> visits = new CollectedOutput<>();
    session.finish(visits);
    return TrainingRow.of(visits.rows().get(0), 0, 0, null, RANGE.name());
  }

  private static Event event(EventType type, long micros) {
    return Event.builder()
        .setTimeMicros(RANGE.startMicros() + micros)
        .setType(type)
        .setProductId(1)
        .setCategoryId(null)
        .setCategoryCode(null)
        .setBrand(null)
        .setPriceMicros(1)
        .setUserId(1)
        .setSession("s")
        .build();
  }

  /**
   * The checks of those rows.
   *
   * @param purchases whether a purchase event was read for each of them
   */
  private static List<Check> checks(boolean purchases, TrainingRow... rows) {
    Tally tally = new Tally();
    BaseProfile read = new BaseProfile(RANGE);
    read.addPurchaseEvents(purchases ? rows.length : 0);
    tally.measure(read);
    RowProfiler profiler = new RowProfiler(RANGE);
    List.of(rows).forEach(profiler::add);
    Tally written = new Tally();
    written.measure(profiler.finish());
    return InspectTrainingBase.of(RANGE, null).checks(tally.add(written));
  }

  /** A row whose features know of events up to 999 microseconds after the range began. */
  private static TrainingRow row(long userId, String split, long asOf) {
    long start = RANGE.startMicros();
    Visit visit =
        Visit.builder()
            .userId(userId)
            .session("s")
            .productId(1)
            .startMicros(start)
            .endMicros(start + 999)
            .latestMicros(start + 999)
            .asOfMicros(asOf == Visit.NO_MOMENT ? asOf : start + asOf)
            .hasFeatures(true)
            .priceMicros(1)
            .categoryCode(null)
            .brand(null)
            .views(1)
            .allViews(1)
            .viewsBefore(null)
            .purchased(true)
            .sessionViewedProducts(1)
            .sessionProducts(1)
            .build();
    return TrainingRow.of(visit, 0, 0, split, RANGE.name());
  }
}
