package io.lakebeam.trades;

import io.lakebeam.lake.Table;

/** The bronze table: one row for every valid line of the exchange's files. */
public final class Trades {
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  public static final Table<Trade> TABLE =
      Table.<Trade>named("bronze/trades", "One side of a deal, as the exchange reported it.")
          .id("trade_id", Trade::getTradeId)
          .id("remote_trade_id", Trade::getRemoteTradeId)
          .text("side", trade -> trade.getSide().name())
          .text("product", Trade::getProduct)
          .timestamp("delivery_start", Trade::getDeliveryStartMicros)
          .timestamp("delivery_end", Trade::getDeliveryEndMicros)
          .timestamp("execution_time", Trade::getExecutionTimeMicros)
          .text("delivery_area", Trade::getDeliveryArea)
          .text("trade_phase", Trade::getTradePhase)
          .text("user_defined_block", Trade::getUserDefinedBlock)
          .text("self_trade", Trade::getSelfTrade)
          .decimal("price", 18, 6, Trade::getPriceMicros)
          .text("currency", Trade::getCurrency)
          .decimal("volume", 18, 6, Trade::getVolumeMicros)
          .text("volume_unit", Trade::getVolumeUnit)
          .id("order_id", Trade::getOrderId)
          .partitionedByDate(
              "delivery_date",
              trade -> Math.floorDiv(trade.getDeliveryStartMicros(), MICROS_PER_DAY));

  private Trades() {}
}
