package io.lakebeam.events;

import io.lakebeam.values.ExactSum;
import io.lakebeam.values.Utf8;
import org.jspecify.annotations.Nullable;

/** What is known of one product in a session whose events are being read, in order of time. */
final class OpenVisit {
  private final ExactSum prices = new ExactSum();
  private long priced;
  private @Nullable String categoryCode;
  private long categoryMicros;
  private @Nullable String brand;
  private long brandMicros;
  private long views;
  private long laterViews;
  private long latestMicros = Long.MIN_VALUE;
  private long records;
  private boolean purchased;
  private @Nullable SessionSoFar before;

  /** An event that stands for so many records of the input. */
  void add(Event event, long standsFor) {
    records += standsFor;
    purchased |= event.getType() == EventType.PURCHASE;
    if (before == null) {
      addFeatures(event);
    } else if (event.getType() == EventType.VIEW) {
      laterViews++;
    }
  }

  private void addFeatures(Event event) {
    long time = event.getTimeMicros();
    latestMicros = Math.max(latestMicros, time);
    prices.add(event.getPriceMicros());
    priced++;
    views += event.getType() == EventType.VIEW ? 1 : 0;
    if (isFirst(event.getCategoryCode(), time, categoryCode, categoryMicros)) {
      categoryCode = event.getCategoryCode();
      categoryMicros = time;
    }
    if (isFirst(event.getBrand(), time, brand, brandMicros)) {
      brand = event.getBrand();
      brandMicros = time;
    }
  }

  /** By time, then by the value's own order. */
  private static boolean isFirst(
      @Nullable String text, long micros, @Nullable String first, long firstMicros) {
    if (text == null || first == null) {
      return text != null;
    }
    return micros == firstMicros && !text.equals(first) && Utf8.ORDER.compare(text, first) < 0;
  }

  /** From now on events are no features any more. */
  void freeze(SessionSoFar sessionBefore) {
    before = sessionBefore;
  }

  boolean isFrozen() {
    return before != null;
  }

  boolean isViewed() {
    return views + laterViews > 0;
  }

  /** How many records of the input it stands for. */
  long records() {
    return records;
  }

  /** Fills in all but what names the visit; the session as it ended, unless frozen before. */
  Visit build(Visit.Builder visit, SessionSoFar ended) {
    SessionSoFar session = before == null ? ended : before;
    return visit
        .endMicros(session.endMicros())
        .latestMicros(Math.max(session.endMicros(), latestMicros))
        .asOfMicros(before == null ? Visit.NO_MOMENT : before.nowMicros())
        .hasFeatures(priced > 0)
        .priceMicros(priced > 0 ? prices.averageHalfEven(priced) : 0)
        .categoryCode(categoryCode)
        .brand(brand)
        .views(views)
        .allViews(views + laterViews)
        .viewsBefore(null)
        .purchased(purchased)
        .sessionViewedProducts(session.viewedProducts())
        .sessionProducts(session.products())
        .build();
  }
}
