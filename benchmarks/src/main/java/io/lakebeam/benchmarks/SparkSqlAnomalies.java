package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rules of {@code trades-anomalies} in Spark SQL, with their default thresholds: the statistics
 * of every product, joined to its trades. Decided on exact decimals as ours; the casts keep them
 * within the 38 digits that Spark has, beyond which it would round. The score is a quotient of
 * doubles, so it may differ from ours in the last digits.
 */
final class SparkSqlAnomalies {
  private static final Column PRICE = col("price");
  private static final Column COUNT = col("trade_count").cast("decimal(9,0)");
  private static final Column TOTAL = col("total").cast("decimal(17,6)");

  private SparkSqlAnomalies() {}

  static Dataset<Row> of(Dataset<Row> trades, String rule) {
    switch (rule) {
      case "mean-ratio":
        return meanRatio(trades);
      case "zscore":
        return zscore(trades);
      case "mad":
        return mad(trades);
      default:
        throw new IllegalArgumentException("no rule " + rule);
    }
  }

  /** |n p - S| > 2 |S|, of n prices with the sum S. */
  private static Dataset<Row> meanRatio(Dataset<Row> trades) {
    Column distance = abs(PRICE.multiply(COUNT).minus(TOTAL));
    Column spread = abs(TOTAL);
    return flagged(
        join(trades, statistics(trades)),
        distance.gt(lit(2).multiply(spread)),
        distance.cast("double").divide(spread.cast("double")),
        "mean-ratio");
  }

  /** (n p - S)^2 > 9 (n Q - S^2), of n prices with the sum S and the sum of squares Q. */
  private static Dataset<Row> zscore(Dataset<Row> trades) {
    Column squares = sum(PRICE.multiply(PRICE)).cast("decimal(25,12)").as("squares");
    Dataset<Row> products = statistics(trades, squares);
    Column distance = PRICE.multiply(COUNT).minus(TOTAL).cast("decimal(18,6)");
    Column squaredDistance = distance.multiply(distance);
    Column squaredSpread =
        COUNT.multiply(col("squares")).minus(TOTAL.multiply(TOTAL)).cast("decimal(36,12)");
    return flagged(
        join(trades, products),
        squaredSpread.gt(0).and(squaredDistance.gt(lit(new BigDecimal(9)).multiply(squaredSpread))),
        sqrt(squaredDistance.cast("double").divide(squaredSpread.cast("double"))),
        "zscore");
  }

  /**
   * 0.6745 |p - median| > 3.5 MAD. In integers, because Spark's median is a double: the median in
   * half millionths, the MAD in quarters of them.
   */
  private static Dataset<Row> mad(Dataset<Row> trades) {
    Column doubledPrice = rint(PRICE.cast("double").multiply(2e6)).cast("bigint");
    Dataset<Row> doubled = trades.withColumn("doubled_price", doubledPrice);
    Column doubledMedian = median(col("doubled_price")).cast("bigint").as("doubled_median");
    Dataset<Row> far =
        join(doubled, statistics(doubled, doubledMedian))
            .withColumn("distance", abs(col("doubled_price").minus(col("doubled_median"))));
    Dataset<Row> deviations =
        far.groupBy(SparkSqlTrades.product())
            .agg(median(col("distance")).multiply(2).cast("bigint").as("quadrupled_mad"));
    Column mad = col("quadrupled_mad");
    return flagged(
        join(far, deviations),
        mad.gt(0).and(col("distance").multiply(13_490).gt(mad.multiply(35_000))),
        col("distance").multiply(13_490).cast("double").divide(mad.multiply(10_000).cast("double")),
        "mad");
  }

  private static Dataset<Row> statistics(Dataset<Row> trades, Column... others) {
    Column[] aggregates =
        Stream.concat(Stream.of(sum(PRICE).as("total")), Arrays.stream(others))
            .toArray(Column[]::new);
    return trades
        .groupBy(SparkSqlTrades.product())
        .agg(count(lit(1)).as("trade_count"), aggregates);
  }

  private static Dataset<Row> join(Dataset<Row> trades, Dataset<Row> products) {
    return trades.join(products, SparkSqlTrades.PRODUCT, "inner");
  }

  private static Dataset<Row> flagged(
      Dataset<Row> trades, Column condition, Column score, String rule) {
    return trades
        .where(condition)
        .withColumn("average_trade_price", SparkSqlTrades.rounded(TOTAL, COUNT))
        .withColumn("score", score)
        .withColumn("rule", lit(rule))
        .select(
            "trade_id",
            "execution_time",
            "product",
            "delivery_start",
            "delivery_end",
            "delivery_area",
            "price",
            "average_trade_price",
            "score",
            "rule");
  }
}
