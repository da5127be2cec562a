package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import org.jspecify.annotations.Nullable;

/**
 * What one session of a user says about one product, as of a moment: the features that need no
 * other session, and what later sessions need to know of this one.
 */
@AutoValue
abstract class Visit {
  /** As of no moment: all that happened counts. */
  static final long NO_MOMENT = Long.MAX_VALUE;

  static Builder builder() {
    return new AutoValue_Visit.Builder();
  }

  abstract long userId();

  abstract String session();

  abstract long productId();

  /** The session's first event. */
  abstract long startMicros();

  /** The session's last event before the moment. */
  abstract long endMicros();

  /** The moment before which a feature must lie, {@link #NO_MOMENT} if there is none. */
  abstract long asOfMicros();

  /** The last event that any feature knows of. */
  abstract long latestMicros();

  /** Whether an event of the product lies before the moment; without one there are no features. */
  abstract boolean hasFeatures();

  abstract long priceMicros();

  abstract @Nullable String categoryCode();

  abstract @Nullable String brand();

  /** Views of the product before the moment. */
  abstract long views();

  /** Views of the product in the whole session, for the sessions after it. */
  abstract long allViews();

  /** Views of the product before the moment in earlier sessions; null if there is no moment. */
  abstract @Nullable Long viewsBefore();

  abstract boolean purchased();

  abstract long sessionViewedProducts();

  abstract long sessionProducts();

  abstract Builder toBuilder();

  /** Builds a visit. */
  @AutoValue.Builder
  abstract static class Builder {
    abstract Builder userId(long userId);

    abstract Builder session(String session);

    abstract Builder productId(long productId);

    abstract Builder startMicros(long micros);

    abstract Builder endMicros(long micros);

    abstract Builder asOfMicros(long micros);

    abstract Builder latestMicros(long micros);

    abstract Builder hasFeatures(boolean hasFeatures);

    abstract Builder priceMicros(long micros);

    abstract Builder categoryCode(@Nullable String categoryCode);

    abstract Builder brand(@Nullable String brand);

    abstract Builder views(long views);

    abstract Builder allViews(long views);

    abstract Builder viewsBefore(@Nullable Long views);

    abstract Builder purchased(boolean purchased);

    abstract Builder sessionViewedProducts(long products);

    abstract Builder sessionProducts(long products);

    abstract Visit build();
  }
}
