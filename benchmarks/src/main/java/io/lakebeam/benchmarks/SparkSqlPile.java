package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * {@code pile-clean} as a native Spark SQL program would do it, {@code <job> <input> <output>},
 * where the job is {@code pile-clean} or {@code pile-clean-exact}.
 *
 * <p>Spark does less than ours: a line that is no object is dropped without a reject, bytes that
 * are no UTF-8 and numbers in place of texts are not noticed, nothing is counted or checked, a
 * failed run leaves what it wrote.
 */
public final class SparkSqlPile {
  private static final String SCHEMA =
      "text STRING, meta STRUCT<pile_set_name: STRING>, malformed STRING";

  private SparkSqlPile() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master(System.getProperty("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.hadoop.parquet.compression.codec.zstd.level", 1)
            // As many as the slices of ours.
            .config("spark.sql.shuffle.partitions", 64)
            .getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    Dataset<Row> documents = documents(spark, args[1]);
    (args[0].equals("pile-clean-exact") ? first(documents) : documents)
        .write()
        .mode(SaveMode.Overwrite)
        .partitionBy("set_name")
        .parquet(args[2]);
    spark.stop();
  }

  private static Dataset<Row> documents(SparkSession spark, String input) {
    return spark
        .read()
        .schema(SCHEMA)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", "malformed")
        .json(input)
        .where(col("malformed").isNull())
        .where("length(text) > 100")
        .where(col("text").contains("copyright").equalTo(lit(false)))
        .select(col("text"), expr("nullif(meta.pile_set_name, '')").as("set_name"));
  }

  /** Of texts that differ in white space only, the one with the smallest set and text. */
  private static Dataset<Row> first(Dataset<Row> documents) {
    return documents
        .groupBy(md5(trim(regexp_replace(col("text"), "(?U)\\s+", " "))).as("hash"))
        .agg(min(struct("set_name", "text")).as("first"))
        .select("first.text", "first.set_name");
  }
}
