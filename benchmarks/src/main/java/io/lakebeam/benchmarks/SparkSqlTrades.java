package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.bround;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * The trades jobs as a native Spark SQL program: {@code <job> <input> <output>}, where the job is
 * {@code trades-ingest}, {@code trades-average}, {@code trades-top} or {@code
 * trades-anomalies-<rule>}.
 *
 * <p>Spark does less than ours: columns are taken by position, malformed lines are dropped without
 * a reject, nothing is counted or checked, a failed run leaves what it wrote.
 */
public final class SparkSqlTrades {
  static final String[] PRODUCT = {"product", "delivery_start", "delivery_end", "delivery_area"};

  private static final String SCHEMA =
      "trade_id BIGINT, remote_trade_id BIGINT, side STRING, product STRING,"
          + " delivery_start TIMESTAMP, delivery_end TIMESTAMP, execution_time TIMESTAMP,"
          + " delivery_area STRING, trade_phase STRING, user_defined_block STRING,"
          + " self_trade STRING, price DECIMAL(18,6), currency STRING, volume DECIMAL(18,6),"
          + " volume_unit STRING, order_id BIGINT";

  private static final String ANOMALIES = "trades-anomalies-";

  private SparkSqlTrades() {}

  /** Runs a job on {@code local[2]} unless {@code spark.master} says otherwise. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master(System.getProperty("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.hadoop.parquet.compression.codec.zstd.level", 1)
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.shuffle.partitions", 8)
            // The sums of a few 100,000 products: cheaper to send around than to sort their trades.
            .config("spark.sql.autoBroadcastJoinThreshold", "100m")
            .getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    run(spark, args[0], args[1], args[2]);
    spark.stop();
  }

  private static void run(SparkSession spark, String job, String input, String output) {
    if (job.equals("trades-ingest")) {
      ingest(spark, input, output);
      return;
    }
    Dataset<Row> trades = spark.read().parquet(input).where(col("side").equalTo("SELL"));
    if (job.equals("trades-average")) {
      write(average(trades), output);
    } else if (job.equals("trades-top")) {
      write(top(trades, 5), output);
    } else if (job.startsWith(ANOMALIES)) {
      write(SparkSqlAnomalies.of(trades, job.substring(ANOMALIES.length())), output);
    } else {
      throw new IllegalArgumentException("no job " + job);
    }
  }

  private static void write(Dataset<Row> rows, String output) {
    rows.write().mode(SaveMode.Overwrite).parquet(output);
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

  private static Dataset<Row> average(Dataset<Row> trades) {
    return trades
        .groupBy(product())
        .agg(
            mean("price").as("average_trade_price"),
            mean("volume").as("average_volume"),
            count(lit(1)).as("trade_count"));
  }

  /** Spark's own {@code avg} rounds to 10 digits first, half up, which is once too often. */
  static Column mean(String column) {
    return rounded(sum(column), count(lit(1)));
  }

  /** The quotient is a decimal(38,16) here: exact enough to be rounded once, half to even. */
  static Column rounded(Column total, Column count) {
    return bround(total.divide(count), 6).cast("decimal(18,6)");
  }

  private static Dataset<Row> top(Dataset<Row> trades, int size) {
    Column[] order = {
      col("volume").desc(),
      col("product"),
      col("delivery_start"),
      col("delivery_end"),
      col("delivery_area")
    };
    return trades
        .groupBy(product())
        .agg(sum("volume").cast("decimal(38,6)").as("volume"))
        .orderBy(order)
        .limit(size)
        .withColumn("rank", row_number().over(Window.orderBy(order)));
  }

  static Column[] product() {
    return Arrays.stream(PRODUCT).map(functions::col).toArray(Column[]::new);
  }
}
