package io.lakebeam.trades;

/**
 * One deal of the sample, drawn anew for every two lines. Times are minutes or microseconds since
 * the first day of the sample, prices {@code 10^-priceScale} EUR, volumes tenths of a MWh; {@code
 * kind} and the areas are numbers of {@link SampleMarket}.
 */
final class SampleDeal {
  long tradeId;
  long remoteTradeId;
  long sellOrderId;
  long buyOrderId;
  int kind;
  int startMinute;
  long executionMicros;
  boolean microseconds;
  int sellArea;
  int buyArea;
  boolean lastHour;
  boolean block;
  char selfTrade;
  long price;
  int priceScale;
  int volumeTenths;
}
