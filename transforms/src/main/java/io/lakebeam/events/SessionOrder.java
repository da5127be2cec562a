package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import io.lakebeam.values.Utf8;
import java.util.Comparator;

/** The order of a user's sessions: by start, then by id, as UTF-8 bytes. */
@AutoValue
abstract class SessionOrder implements Comparable<SessionOrder> {
  private static final Comparator<SessionOrder> ORDER =
      Comparator.comparingLong(SessionOrder::startMicros)
          .thenComparing(SessionOrder::id, Utf8.ORDER);

  static SessionOrder of(long startMicros, String id) {
    return new AutoValue_SessionOrder(startMicros, id);
  }

  abstract long startMicros();

  abstract String id();

  @Override
  public int compareTo(SessionOrder other) {
    return ORDER.compare(this, other);
  }
}
