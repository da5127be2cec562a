package io.lakebeam.events;

import com.google.auto.value.AutoValue;

/** What a session is strictly before a moment. */
@AutoValue
abstract class SessionSoFar {
  static SessionSoFar of(long nowMicros, long endMicros, long products, long viewedProducts) {
    return new AutoValue_SessionSoFar(nowMicros, endMicros, products, viewedProducts);
  }

  abstract long nowMicros();

  /** Its last event before the moment. */
  abstract long endMicros();

  /** Distinct products with an event before the moment. */
  abstract long products();

  /** Distinct products viewed before the moment. */
  abstract long viewedProducts();
}
