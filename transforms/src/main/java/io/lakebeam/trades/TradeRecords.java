package io.lakebeam.trades;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;

/**
 * Trades as records that bring those with the same (trade id, side) together, the latest execution
 * time last, then the greatest remaining fields in column order. Texts are ordered by their UTF-8
 * bytes.
 */
final class TradeRecords implements RecordCodec<Trade> {
  private static final long serialVersionUID = 1;
  private static final Side[] SIDES = Side.values();

  @Override
  public void encode(Trade trade, RecordWriter record) {
    record
        .putLong(trade.getTradeId())
        .putByte(trade.getSide().ordinal())
        .endGroup()
        .putLong(trade.getExecutionTimeMicros())
        .putLong(trade.getRemoteTradeId())
        .putText(trade.getProduct())
        .putLong(trade.getDeliveryStartMicros())
        .putLong(trade.getDeliveryEndMicros())
        .putText(trade.getDeliveryArea())
        .putText(trade.getTradePhase())
        .putText(trade.getUserDefinedBlock())
        .putText(trade.getSelfTrade())
        .putLong(trade.getPriceMicros())
        .putText(trade.getCurrency())
        .putLong(trade.getVolumeMicros())
        .putText(trade.getVolumeUnit())
        .putLong(trade.getOrderId())
        .endKey();
  }

  static Trade read(RecordReader fields) {
    return Trade.builder()
        .setTradeId(fields.getLong())
        .setSide(SIDES[fields.getByte()])
        .setExecutionTimeMicros(fields.getLong())
        .setRemoteTradeId(fields.getLong())
        .setProduct(fields.getText())
        .setDeliveryStartMicros(fields.getLong())
        .setDeliveryEndMicros(fields.getLong())
        .setDeliveryArea(fields.getText())
        .setTradePhase(fields.getText())
        .setUserDefinedBlock(fields.getText())
        .setSelfTrade(fields.getText())
        .setPriceMicros(fields.getLong())
        .setCurrency(fields.getText())
        .setVolumeMicros(fields.getLong())
        .setVolumeUnit(fields.getText())
        .setOrderId(fields.getLong())
        .build();
  }
}
