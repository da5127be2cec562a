package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.schemas.AutoValueSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;

/** One side of a deal. Times are microseconds since the epoch, price and volume millionths. */
@AutoValue
@DefaultSchema(AutoValueSchema.class)
public abstract class Trade implements Serializable {
  public static Builder builder() {
    return new AutoValue_Trade.Builder();
  }

  public abstract long getTradeId();

  public abstract long getRemoteTradeId();

  public abstract Side getSide();

  public abstract String getProduct();

  public abstract long getDeliveryStartMicros();

  public abstract long getDeliveryEndMicros();

  public abstract long getExecutionTimeMicros();

  public abstract String getDeliveryArea();

  public abstract String getTradePhase();

  public abstract String getUserDefinedBlock();

  public abstract String getSelfTrade();

  public abstract long getPriceMicros();

  public abstract String getCurrency();

  public abstract long getVolumeMicros();

  public abstract String getVolumeUnit();

  public abstract long getOrderId();

  /** Builds a trade. */
  @AutoValue.Builder
  public abstract static class Builder {
    public abstract Builder setTradeId(long tradeId);

    public abstract Builder setRemoteTradeId(long remoteTradeId);

    public abstract Builder setSide(Side side);

    public abstract Builder setProduct(String product);

    public abstract Builder setDeliveryStartMicros(long micros);

    public abstract Builder setDeliveryEndMicros(long micros);

    public abstract Builder setExecutionTimeMicros(long micros);

    public abstract Builder setDeliveryArea(String deliveryArea);

    public abstract Builder setTradePhase(String tradePhase);

    public abstract Builder setUserDefinedBlock(String userDefinedBlock);

    public abstract Builder setSelfTrade(String selfTrade);

    public abstract Builder setPriceMicros(long micros);

    public abstract Builder setCurrency(String currency);

    public abstract Builder setVolumeMicros(long micros);

    public abstract Builder setVolumeUnit(String volumeUnit);

    public abstract Builder setOrderId(long orderId);

    public abstract Trade build();
  }
}
