package io.lakebeam.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.beam.sdk.values.Row;

/** The Avro records that Beam's Parquet sink and source take. */
final class NaiveRecords {
  private static final int SCALE = 6;
  private static final Schema MICROS =
      LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
  private static final Schema DECIMAL_18 = decimal(18);
  private static final Schema DECIMAL_38 = decimal(38);

  static final Schema TRADE =
      SchemaBuilder.record("Trade")
          .fields()
          .requiredLong("trade_id")
          .requiredLong("remote_trade_id")
          .requiredString("side")
          .requiredString("product")
          .name("delivery_start")
          .type(MICROS)
          .noDefault()
          .name("delivery_end")
          .type(MICROS)
          .noDefault()
          .name("execution_time")
          .type(MICROS)
          .noDefault()
          .requiredString("delivery_area")
          .requiredString("trade_phase")
          .requiredString("user_defined_block")
          .requiredString("self_trade")
          .name("price")
          .type(DECIMAL_18)
          .noDefault()
          .requiredString("currency")
          .name("volume")
          .type(DECIMAL_18)
          .noDefault()
          .requiredString("volume_unit")
          .requiredLong("order_id")
          .endRecord();

  /**
   * The columns of bronze that are read; its decimals and times are longs inside, in millionths.
   */
  static final Schema BRONZE =
      SchemaBuilder.record("Bronze")
          .fields()
          .requiredString("side")
          .requiredString("product")
          .requiredLong("delivery_start")
          .requiredLong("delivery_end")
          .requiredString("delivery_area")
          .requiredLong("price")
          .requiredLong("volume")
          .endRecord();

  static final Schema AVERAGE =
      product("Average")
          .name("average_trade_price")
          .type(DECIMAL_18)
          .noDefault()
          .name("average_volume")
          .type(DECIMAL_18)
          .noDefault()
          .requiredLong("trade_count")
          .endRecord();

  static final Schema TOP =
      product("Top").name("volume").type(DECIMAL_38).noDefault().requiredInt("rank").endRecord();

  private NaiveRecords() {}

  private static SchemaBuilder.FieldAssembler<Schema> product(String name) {
    return SchemaBuilder.record(name)
        .fields()
        .requiredString("product")
        .name("delivery_start")
        .type(MICROS)
        .noDefault()
        .name("delivery_end")
        .type(MICROS)
        .noDefault()
        .requiredString("delivery_area");
  }

  private static Schema decimal(int precision) {
    return LogicalTypes.decimal(precision, SCALE).addToSchema(Schema.create(Schema.Type.BYTES));
  }

  static GenericRecord trade(NaiveTrade trade) {
    return new GenericRecordBuilder(TRADE)
        .set("trade_id", trade.tradeId)
        .set("remote_trade_id", trade.remoteTradeId)
        .set("side", trade.side)
        .set("product", trade.product)
        .set("delivery_start", trade.deliveryStart)
        .set("delivery_end", trade.deliveryEnd)
        .set("execution_time", trade.executionTime)
        .set("delivery_area", trade.deliveryArea)
        .set("trade_phase", trade.tradePhase)
        .set("user_defined_block", trade.userDefinedBlock)
        .set("self_trade", trade.selfTrade)
        .set("price", bytes(trade.price, DECIMAL_18))
        .set("currency", trade.currency)
        .set("volume", bytes(trade.volume, DECIMAL_18))
        .set("volume_unit", trade.volumeUnit)
        .set("order_id", trade.orderId)
        .build();
  }

  /** The averages of a group: the key, and sums and count of its trades. */
  static GenericRecord average(Row group) {
    Row sums = group.getRow("value");
    long count = sums.getInt64("trade_count");
    return withProduct(AVERAGE, group.getRow("key"))
        .set("average_trade_price", bytes(mean(sums.getInt64("price"), count), DECIMAL_18))
        .set("average_volume", bytes(mean(sums.getInt64("volume"), count), DECIMAL_18))
        .set("trade_count", count)
        .build();
  }

  static GenericRecord ranked(List<Row> best, int index) {
    Row group = best.get(index);
    BigDecimal volume = BigDecimal.valueOf(group.getRow("value").getInt64("volume"), SCALE);
    return withProduct(TOP, group.getRow("key"))
        .set("volume", bytes(volume, DECIMAL_38))
        .set("rank", index + 1)
        .build();
  }

  private static BigDecimal mean(long millionths, long count) {
    return BigDecimal.valueOf(millionths, SCALE)
        .divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_EVEN);
  }

  private static GenericRecordBuilder withProduct(Schema schema, Row key) {
    return new GenericRecordBuilder(schema)
        .set("product", key.getString("product"))
        .set("delivery_start", key.getInt64("delivery_start"))
        .set("delivery_end", key.getInt64("delivery_end"))
        .set("delivery_area", key.getString("delivery_area"));
  }

  private static ByteBuffer bytes(BigDecimal value, Schema schema) {
    LogicalType type = schema.getLogicalType();
    return new DecimalConversion().toBytes(value.setScale(SCALE), schema, type);
  }
}
