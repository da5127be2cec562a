package io.lakebeam.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.beam.sdk.schemas.JavaFieldSchema;
import org.apache.beam.sdk.schemas.annotations.DefaultSchema;
import org.apache.beam.sdk.schemas.annotations.SchemaCreate;

/** A trade as Beam's examples would have it; times in microseconds since the epoch. */
@DefaultSchema(JavaFieldSchema.class)
public class NaiveTrade {
  public final long tradeId;
  public final long remoteTradeId;
  public final String side;
  public final String product;
  public final long deliveryStart;
  public final long deliveryEnd;
  public final long executionTime;
  public final String deliveryArea;
  public final String tradePhase;
  public final String userDefinedBlock;
  public final String selfTrade;
  public final BigDecimal price;
  public final String currency;
  public final BigDecimal volume;
  public final String volumeUnit;
  public final long orderId;

  @SchemaCreate
  public NaiveTrade(
      long tradeId,
      long remoteTradeId,
      String side,
      String product,
      long deliveryStart,
      long deliveryEnd,
      long executionTime,
      String deliveryArea,
      String tradePhase,
      String userDefinedBlock,
      String selfTrade,
      BigDecimal price,
      String currency,
      BigDecimal volume,
      String volumeUnit,
      long orderId) {
    this.tradeId = tradeId;
    this.remoteTradeId = remoteTradeId;
    this.side = side;
    this.product = product;
    this.deliveryStart = deliveryStart;
    this.deliveryEnd = deliveryEnd;
    this.executionTime = executionTime;
    this.deliveryArea = deliveryArea;
    this.tradePhase = tradePhase;
    this.userDefinedBlock = userDefinedBlock;
    this.selfTrade = selfTrade;
    this.price = price;
    this.currency = currency;
    this.volume = volume;
    this.volumeUnit = volumeUnit;
    this.orderId = orderId;
  }

  /** The trade of a line without quotes; the columns must be in their usual order. */
  static NaiveTrade parse(String line) {
    String[] fields = line.split(",", -1);
    return new NaiveTrade(
        Long.parseLong(fields[0]),
        Long.parseLong(fields[1]),
        fields[2],
        fields[3],
        micros(fields[4]),
        micros(fields[5]),
        micros(fields[6]),
        fields[7],
        fields[8],
        fields[9],
        fields[10],
        new BigDecimal(fields[11]),
        fields[12],
        new BigDecimal(fields[13]),
        fields[14],
        Long.parseLong(fields[15]));
  }

  private static long micros(String time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time));
  }

  boolean isValid() {
    return (side.equals("BUY") || side.equals("SELL"))
        && deliveryEnd > deliveryStart
        && volume.signum() >= 0;
  }

  /** The UTC day of delivery. */
  String deliveryDate() {
    Instant start = Instant.EPOCH.plus(deliveryStart, ChronoUnit.MICROS);
    return LocalDate.ofInstant(start, ZoneOffset.UTC).toString();
  }
}
