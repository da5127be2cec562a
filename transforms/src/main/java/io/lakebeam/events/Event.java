package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One event of the shop: all nine columns of its line. The time is microseconds since the epoch,
 * the price millionths.
 */
@AutoValue
public abstract class Event implements Serializable {
  public static Builder builder() {
    return new AutoValue_Event.Builder();
  }

  public abstract long getTimeMicros();

  public abstract EventType getType();

  public abstract long getProductId();

  public abstract @Nullable Long getCategoryId();

  public abstract @Nullable String getCategoryCode();

  public abstract @Nullable String getBrand();

  public abstract long getPriceMicros();

  public abstract long getUserId();

  public abstract String getSession();

  public abstract Builder toBuilder();

  /** Builds an event. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setTimeMicros(long micros);

    public abstract Builder setType(EventType type);

    public abstract Builder setProductId(long productId);

    public abstract Builder setCategoryId(@Nullable Long categoryId);

    public abstract Builder setCategoryCode(@Nullable String categoryCode);

    public abstract Builder setBrand(@Nullable String brand);

    public abstract Builder setPriceMicros(long micros);

    public abstract Builder setUserId(long userId);

    public abstract Builder setSession(String session);

    public abstract Event build();
  }
}
