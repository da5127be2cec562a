package io.lakebeam.trades;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes trades as the lines of the exchange's CSV. */
final class TradeCsvLines {
  static final String HEADER =
      "TradeId,RemoteTradeId,Side,Product,DeliveryStart,DeliveryEnd,ExecutionTime,DeliveryArea,"
          + "TradePhase,UserDefinedBlock,SelfTrade,Price,Currency,Volume,VolumeUnit,OrderID";

  private TradeCsvLines() {}

  /** A whole file: the header and a line for each trade, each with its line end. */
  static String file(Collection<Trade> trades) {
    return Stream.concat(Stream.of(HEADER), trades.stream().map(TradeCsvLines::line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** One line, without its end. */
  static String line(Trade trade) {
    return Stream.of(
            Long.toString(trade.getTradeId()),
            Long.toString(trade.getRemoteTradeId()),
            trade.getSide().name(),
            trade.getProduct(),
            time(trade.getDeliveryStartMicros()),
            time(trade.getDeliveryEndMicros()),
            time(trade.getExecutionTimeMicros()),
            trade.getDeliveryArea(),
            trade.getTradePhase(),
            trade.getUserDefinedBlock(),
            trade.getSelfTrade(),
            decimal(trade.getPriceMicros()),
            trade.getCurrency(),
            decimal(trade.getVolumeMicros()),
            trade.getVolumeUnit(),
            Long.toString(trade.getOrderId()))
        .map(TradeCsvLines::quotedIfNeeded)
        .collect(Collectors.joining(","));
  }

  private static String time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  private static String decimal(long micros) {
    BigDecimal exact = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
    return exact.toPlainString();
  }

  private static String quotedIfNeeded(String field) {
    boolean needed = field.contains(",") || field.contains("\"");
    return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
