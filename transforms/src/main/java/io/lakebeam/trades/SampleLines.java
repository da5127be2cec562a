package io.lakebeam.trades;

import io.lakebeam.sample.LineBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Deals of the sample as lines of the exchange's CSV, one for the seller and one for the buyer. */
final class SampleLines {
  static final String HEADER =
      "TradeId,RemoteTradeId,Side,Product,DeliveryStart,DeliveryEnd,ExecutionTime,DeliveryArea,"
          + "TradePhase,UserDefinedBlock,SelfTrade,Price,Currency,Volume,VolumeUnit,OrderID";

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);
  private static final int MINUTES_PER_DAY = 1440;
  private static final int MICROS_PER_SECOND = 1_000_000;

  private static final byte[][] KINDS = ascii(SampleMarket.KINDS);
  private static final byte[][] AREAS = ascii(SampleMarket.AREAS);
  private static final byte[] SELL = ascii(",SELL,");
  private static final byte[] BUY = ascii(",BUY,");
  // The phases of continuous trading: across areas, and within one area in the last hour.
  private static final byte[] CONTINUOUS = ascii(",CONT,");
  private static final byte[] SAME_AREA = ascii(",SDAT,");
  private static final byte[] BLOCK = ascii("Y,");
  private static final byte[] NO_BLOCK = ascii("N,");
  private static final byte[] EUR = ascii(",EUR,");
  private static final byte[] MWH = ascii(",MWH,");
  private static final byte[] WHOLE_MINUTE = ascii(":00Z,");

  private final byte[][] days;

  /**
   * @param days of execution; delivery may be a day later
   */
  SampleLines(int days) {
    String[] dates = new String[days + 2];
    for (int day = 0; day < dates.length; day++) {
      dates[day] = FIRST_DAY.plusDays(day) + "T";
    }
    this.days = ascii(dates);
  }

  /** Appends a line, without its end. */
  void append(SampleDeal deal, Side side, LineBuffer line) {
    boolean sells = side == Side.SELL;
    line.appendNumber(deal.tradeId);
    line.append(',');
    line.appendNumber(deal.remoteTradeId);
    line.append(sells ? SELL : BUY);
    line.append(KINDS[deal.kind]);
    line.append(',');
    appendMinute(deal.startMinute, line);
    appendMinute(deal.startMinute + SampleMarket.KIND_MINUTES[deal.kind], line);
    appendExecution(deal, line);
    line.append(AREAS[sells ? deal.sellArea : deal.buyArea]);
    line.append(deal.lastHour ? SAME_AREA : CONTINUOUS);
    line.append(deal.block ? BLOCK : NO_BLOCK);
    line.append(deal.selfTrade);
    line.append(',');
    line.appendDecimal(deal.price, deal.priceScale);
    line.append(EUR);
    boolean whole = deal.volumeTenths % 10 == 0;
    line.appendDecimal(whole ? deal.volumeTenths / 10 : deal.volumeTenths, whole ? 0 : 1);
    line.append(MWH);
    line.appendNumber(sells ? deal.sellOrderId : deal.buyOrderId);
  }

  private void appendMinute(int minute, LineBuffer line) {
    line.append(days[minute / MINUTES_PER_DAY]);
    appendClock(minute % MINUTES_PER_DAY, line);
    line.append(WHOLE_MINUTE);
  }

  private void appendExecution(SampleDeal deal, LineBuffer line) {
    long seconds = deal.executionMicros / MICROS_PER_SECOND;
    int micros = (int) (deal.executionMicros % MICROS_PER_SECOND);
    int minute = (int) (seconds / 60);
    line.append(days[minute / MINUTES_PER_DAY]);
    appendClock(minute % MINUTES_PER_DAY, line);
    line.append(':');
    line.appendPadded((int) (seconds % 60), 2);
    line.append('.');
    if (deal.microseconds) {
      line.appendPadded(micros, 6);
    } else {
      line.appendPadded(micros / 1000, 3);
    }
    line.append('Z');
    line.append(',');
  }

  private static void appendClock(int minuteOfDay, LineBuffer line) {
    line.appendPadded(minuteOfDay / 60, 2);
    line.append(':');
    line.appendPadded(minuteOfDay % 60, 2);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[][] ascii(String[] texts) {
    byte[][] bytes = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      bytes[i] = ascii(texts[i]);
    }
    return bytes;
  }
}
