package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import org.jspecify.annotations.Nullable;

/**
 * What a user has to do with a product at a moment: a view of it, or a visit that asks how often it
 * was viewed before that moment in earlier sessions.
 */
@AutoValue
abstract class Sighting {
  static Sighting of(
      long userId, long productId, long micros, SessionOrder session, @Nullable Visit asking) {
    return new AutoValue_Sighting(userId, productId, micros, session, asking);
  }

  static Sighting ofView(Event event, OpenSession session) {
    return of(
        event.getUserId(),
        event.getProductId(),
        event.getTimeMicros(),
        SessionOrder.of(session.startMicros(), session.session()),
        null);
  }

  static Sighting asking(Visit visit) {
    return of(
        visit.userId(),
        visit.productId(),
        visit.asOfMicros(),
        SessionOrder.of(visit.startMicros(), visit.session()),
        visit);
  }

  abstract long userId();

  abstract long productId();

  abstract long micros();

  abstract SessionOrder session();

  /** The visit that asks; null for a view. */
  abstract @Nullable Visit asking();
}
