package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * {@code events-training} as a native Spark SQL program with window functions would do it: {@code
 * <csv> <table> <start> <end>}, the moments as {@code 2019-10-01 00:00:00}, in UTC. Spark does less
 * than ours: malformed lines are dropped without a reject, nothing is counted or checked, there is
 * no data card, a failed run leaves what it wrote.
 */
public final class SparkSqlEvents {
  private static final String SCHEMA =
      "event_time STRING, event_type STRING, product_id BIGINT, category_id BIGINT,"
          + " category_code STRING, brand STRING, price DECIMAL(18,6), user_id BIGINT,"
          + " user_session STRING";

  private SparkSqlEvents() {}

  /** Runs on {@code local[2]} unless {@code spark.master} says otherwise. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master(System.getProperty("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.hadoop.parquet.compression.codec.zstd.level", 1)
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.shuffle.partitions", 16)
            .getOrCreate();
    Dataset<Row> events = events(spark, args[0], args[2], args[3]);
    String partition = "/range=" + compact(args[2]) + "-" + compact(args[3]);
    withHistory(withSession(byProduct(events)))
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(args[1] + partition);
    spark.stop();
  }

  /** {@code 20191001T000000Z}, as in the name of our partition. */
  private static String compact(String moment) {
    return moment.replaceAll("[-:]", "").replace(' ', 'T') + "Z";
  }

  private static Dataset<Row> events(SparkSession spark, String csv, String start, String end) {
    return spark
        .read()
        .schema(SCHEMA)
        .option("header", true)
        .option("mode", "DROPMALFORMED")
        .csv(csv)
        .withColumn("event_time", to_timestamp(col("event_time"), "yyyy-MM-dd HH:mm:ss 'UTC'"))
        .where(col("event_time").between(lit(start).cast("timestamp"), lit(end).cast("timestamp")))
        .where(col("event_type").isin("view", "cart", "remove_from_cart", "purchase"))
        .where(col("price").geq(0))
        .where(col("user_id").isNotNull().and(col("user_session").isNotNull()))
        .where(col("product_id").isNotNull());
  }

  private static Dataset<Row> byProduct(Dataset<Row> events) {
    return events
        .groupBy("user_id", "user_session", "product_id")
        .agg(
            SparkSqlTrades.mean("price").as("price"),
            first("category_code"),
            first("brand"),
            count(when(col("event_type").equalTo("view"), 1)).as("num_views_product"),
            max(col("event_type").equalTo("purchase")).as("purchased"),
            min("event_time").as("first_time"),
            max("event_time").as("last_time"));
  }

  /** By time, then by the value itself. */
  private static Column first(String column) {
    return min(when(col(column).isNotNull(), struct(col("event_time"), col(column))))
        .getField(column)
        .as(column);
  }

  private static Dataset<Row> withSession(Dataset<Row> rows) {
    WindowSpec session = Window.partitionBy("user_id", "user_session");
    Column viewed = when(col("num_views_product").gt(0), 1);
    return rows.withColumn("start_time", min("first_time").over(session))
        .withColumn("end_time", max("last_time").over(session))
        .withColumn("num_views_session", count(viewed).over(session))
        .withColumn("num_products_session", count(lit(1)).over(session))
        .drop("first_time", "last_time");
  }

  private static Dataset<Row> withHistory(Dataset<Row> rows) {
    WindowSpec sessions = Window.partitionBy("user_id").orderBy("start_time", "user_session");
    WindowSpec before =
        Window.partitionBy("user_id", "product_id")
            .orderBy("start_time", "user_session")
            .rowsBetween(Window.unboundedPreceding(), -1);
    Column viewsBefore = coalesce(sum("num_views_product").over(before), lit(0L));
    return rows.withColumn("num_prev_sessions", dense_rank().over(sessions).minus(1).cast("bigint"))
        .withColumn("num_prev_product_views", viewsBefore)
        .withColumn(
            "num_prev_and_current_product_views",
            col("num_prev_product_views").plus(col("num_views_product")))
        .withColumn("category", expr("substring_index(category_code, '.', 1)"))
        .withColumn(
            "sub_category",
            expr(
                "if(instr(category_code, '.') > 0,"
                    + " substring(category_code, instr(category_code, '.') + 1), null)"))
        .withColumn("duration", expr("unix_seconds(end_time) - unix_seconds(start_time)"))
        .withColumn("start_hour", hour(col("start_time")))
        .withColumn("start_minute", minute(col("start_time")))
        .withColumn("start_dayofweek", dayofweek(col("start_time")));
  }
}
