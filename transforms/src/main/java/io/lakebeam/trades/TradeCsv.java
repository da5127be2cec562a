package io.lakebeam.trades;

import io.lakebeam.read.BadValue;
import io.lakebeam.read.CsvFormat;
import io.lakebeam.read.CsvRecord;

/**
 * The exchange's CSV files of trades. Every one of the 16 columns must have a value; the reasons of
 * rejects beside the malformed ones are {@code unknown_side}, {@code delivery_end_not_after_start}
 * and {@code negative_volume}.
 */
public final class TradeCsv {
  public static final CsvFormat FORMAT =
      CsvFormat.of(
          "TradeId",
          "RemoteTradeId",
          "Side",
          "Product",
          "DeliveryStart",
          "DeliveryEnd",
          "ExecutionTime",
          "DeliveryArea",
          "TradePhase",
          "UserDefinedBlock",
          "SelfTrade",
          "Price",
          "Currency",
          "Volume",
          "VolumeUnit",
          "OrderID");

  private static final int TRADE_ID = 0;
  private static final int REMOTE_TRADE_ID = 1;
  private static final int SIDE = 2;
  private static final int PRODUCT = 3;
  private static final int DELIVERY_START = 4;
  private static final int DELIVERY_END = 5;
  private static final int EXECUTION_TIME = 6;
  private static final int DELIVERY_AREA = 7;
  private static final int TRADE_PHASE = 8;
  private static final int USER_DEFINED_BLOCK = 9;
  private static final int SELF_TRADE = 10;
  private static final int PRICE = 11;
  private static final int CURRENCY = 12;
  private static final int VOLUME = 13;
  private static final int VOLUME_UNIT = 14;
  private static final int ORDER_ID = 15;

  private TradeCsv() {}

  /** The trade that a record says, or the first thing that is wrong with it. */
  public static Trade parse(CsvRecord record) throws BadValue {
    Trade trade =
        Trade.builder()
            .setTradeId(record.int64(TRADE_ID))
            .setRemoteTradeId(record.int64(REMOTE_TRADE_ID))
            .setSide(side(record))
            .setProduct(record.text(PRODUCT))
            .setDeliveryStartMicros(record.timestampMicros(DELIVERY_START))
            .setDeliveryEndMicros(record.timestampMicros(DELIVERY_END))
            .setExecutionTimeMicros(record.timestampMicros(EXECUTION_TIME))
            .setDeliveryArea(record.text(DELIVERY_AREA))
            .setTradePhase(record.text(TRADE_PHASE))
            .setUserDefinedBlock(record.text(USER_DEFINED_BLOCK))
            .setSelfTrade(record.text(SELF_TRADE))
            .setPriceMicros(record.decimal(PRICE))
            .setCurrency(record.text(CURRENCY))
            .setVolumeMicros(record.decimal(VOLUME))
            .setVolumeUnit(record.text(VOLUME_UNIT))
            .setOrderId(record.int64(ORDER_ID))
            .build();
    check(trade, record);
    return trade;
  }

  private static Side side(CsvRecord record) throws BadValue {
    String side = record.text(SIDE);
    switch (side) {
      case "BUY":
        return Side.BUY;
      case "SELL":
        return Side.SELL;
      default:
        throw BadValue.of("unknown_side", record.name(SIDE), "The side is neither BUY nor SELL.");
    }
  }

  private static void check(Trade trade, CsvRecord record) throws BadValue {
    if (trade.getDeliveryEndMicros() <= trade.getDeliveryStartMicros()) {
      throw BadValue.of(
          "delivery_end_not_after_start",
          record.name(DELIVERY_END),
          "The delivery ends before or when it starts.");
    }
    if (trade.getVolumeMicros() < 0) {
      throw BadValue.of("negative_volume", record.name(VOLUME), "The volume is negative.");
    }
  }
}
