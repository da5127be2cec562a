package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.bround;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The trades jobs as a native Spark SQL program would do them: {@code ingest <csv> <bronze>} and
 * {@code average <bronze> <gold>}; and {@code checksum <table>}, the same for the same rows in any
 * order. Spark does less than ours: malformed lines are dropped without a reject, nothing is
 * counted or checked, a failed run leaves what it wrote.
 */
public final class SparkSqlTrades {
  private static final String SCHEMA =
      "trade_id BIGINT, remote_trade_id BIGINT, side STRING, product STRING,"
          + " delivery_start TIMESTAMP, delivery_end TIMESTAMP, execution_time TIMESTAMP,"
          + " delivery_area STRING, trade_phase STRING, user_defined_block STRING,"
          + " self_trade STRING, price DECIMAL(18,6), currency STRING, volume DECIMAL(18,6),"
          + " volume_unit STRING, order_id BIGINT";

  private SparkSqlTrades() {}

  /** Runs a job on {@code local[2]} unless {@code spark.master} says otherwise. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master(System.getProperty("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.shuffle.partitions", 8)
            .config("spark.sql.sources.partitionOverwriteMode", "dynamic")
            .getOrCreate();
    switch (args[0]) {
      case "ingest":
        ingest(spark, args[1], args[2]);
        break;
      case "average":
        average(spark, args[1], args[2]);
        break;
      case "checksum":
        checksum(spark, args[1]);
        break;
      default:
        throw new IllegalArgumentException(args[0]);
    }
    spark.stop();
  }

  private static void ingest(SparkSession spark, String csv, String bronze) {
    Dataset<Row> trades =
        spark
            .read()
            .schema(SCHEMA)
            .option("header", true)
            .option("comment", "#")
            .option("mode", "DROPMALFORMED")
            .csv(csv);
    trades
        .where(allPresent(trades))
        .where(col("side").isin("BUY", "SELL"))
        .where(col("delivery_end").gt(col("delivery_start")))
        .where(col("volume").geq(0))
        .withColumn("delivery_date", to_date(col("delivery_start")))
        .write()
        .mode(SaveMode.Overwrite)
        .partitionBy("delivery_date")
        .parquet(bronze);
  }

  private static Column allPresent(Dataset<Row> trades) {
    Column present = lit(true);
    for (String column : trades.columns()) {
      present = present.and(col(column).isNotNull());
    }
    return present;
  }

  private static void average(SparkSession spark, String bronze, String gold) {
    spark
        .read()
        .parquet(bronze)
        .where(col("side").equalTo("SELL"))
        .groupBy("product", "delivery_start", "delivery_end", "delivery_area")
        .agg(
            bround(avg("price"), 6).cast("decimal(18,6)").as("average_trade_price"),
            bround(avg("volume"), 6).cast("decimal(18,6)").as("average_volume"),
            count(lit(1)).as("trade_count"))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(gold);
  }

  private static void checksum(SparkSession spark, String table) {
    Dataset<Row> rows = spark.read().parquet(table);
    Column[] columns =
        Arrays.stream(rows.columns()).sorted().map(functions::col).toArray(Column[]::new);
    Row sum =
        rows.select(functions.xxhash64(columns).cast("decimal(38,0)").as("hash"))
            .agg(count(lit(1)), functions.sum("hash"))
            .head();
    System.out.println("checksum " + sum.get(0) + " rows " + sum.get(1));
  }
}
