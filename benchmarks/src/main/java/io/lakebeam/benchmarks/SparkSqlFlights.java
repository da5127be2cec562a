package io.lakebeam.benchmarks;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bround;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/**
 * The indicators of flights as a native Spark SQL program would compute them: {@code <raw flights>
 * <gold> <airline-countries.csv>}. The columns that are needed are cached, since seven questions
 * are asked of them. Spark does less than ours: no rejects, no duplicates found, nothing counted or
 * checked, no file for an indicator without rows.
 */
public final class SparkSqlFlights {
  private final Dataset<Row> active;
  private final String gold;

  private SparkSqlFlights(Dataset<Row> active, String gold) {
    this.active = active;
    this.gold = gold;
  }

  /** Runs on {@code local[2]} unless {@code spark.master} says otherwise. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master(System.getProperty("spark.master", "local[2]"))
            .config("spark.ui.enabled", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.hadoop.parquet.compression.codec.zstd.level", 1)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.sources.partitionColumnTypeInference.enabled", false)
            .getOrCreate();
    Dataset<Row> raw = spark.read().option("header", true).csv(args[0]);
    Dataset<Row> active =
        raw.where(col("on_ground").equalTo("false").and(col("airline_icao").isNotNull()))
            .withColumn("distance_km", col("distance_km").cast("decimal(9,2)"))
            .drop("registration", "altitude_ft", "ground_speed_kt", "latitude", "longitude")
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> countries =
        spark.read().option("header", true).option("comment", "#").csv(args[2]);
    new SparkSqlFlights(active, args[1]).computeAll(countries);
    spark.stop();
  }

  private void computeAll(Dataset<Row> countries) {
    write("airline_with_most_flights", best(counted(active, "airline_icao")));
    Dataset<Row> regional =
        active
            .where(col("origin_continent").equalTo(col("destination_continent")))
            .withColumnRenamed("origin_continent", "continent");
    write(
        "airline_with_most_active_regional_flights_by_continent",
        best(counted(regional, "continent", "airline_icao"), "continent"));
    Column longest = max("distance_km").over(Window.partitionBy("date", "hour"));
    write(
        "longest_flight",
        active
            .withColumn("longest", longest)
            .where(col("distance_km").equalTo(col("longest")))
            .select(
                "flight_id",
                "aircraft_model",
                "airline_name",
                "origin_name",
                "destination_name",
                "distance_km",
                "date",
                "hour"));
    write("average_flight_length_by_continent", averages());
    write(
        "aircraft_manufacturer_with_most_active_flights",
        best(counted(active.where("aircraft_manufacturer is not null"), "aircraft_manufacturer"))
            .drop("airline_name"));
    write("most_used_aircraft_models_by_airline_country", models(countries));
    write("airport_with_greatest_departure_arrival_difference", airports());
  }

  private Dataset<Row> averages() {
    return active
        .where("distance_km is not null and origin_continent is not null")
        .groupBy(col("date"), col("hour"), col("origin_continent").as("continent"))
        .agg(
            bround(sum("distance_km").cast("decimal(38,10)").divide(count(lit(1))), 2)
                .cast("decimal(9,2)")
                .as("average_flight_length_km"),
            count(lit(1)).as("flights_number"));
  }

  private Dataset<Row> models(Dataset<Row> countries) {
    Dataset<Row> joined =
        active
            .join(countries, col("airline_icao").equalTo(col("icao")))
            .where("aircraft_model is not null");
    return counted(joined, "country", "aircraft_model")
        .withColumn(
            "rank",
            rank()
                .over(
                    Window.partitionBy("date", "hour", "country")
                        .orderBy(col("flights_number").desc()))
                .cast("bigint"))
        .where("rank <= 3")
        .withColumnRenamed("country", "airline_country")
        .drop("airline_name");
  }

  private Dataset<Row> airports() {
    Dataset<Row> both =
        moves("origin", 1, 0).union(moves("destination", 0, 1)).where("iata is not null");
    Dataset<Row> differences =
        both.groupBy("date", "hour", "iata")
            .agg(
                min("name").as("name"),
                sum("departures").as("departures"),
                sum("arrivals").as("arrivals"))
            .withColumn("flights_number", abs(col("departures").minus(col("arrivals"))));
    return best(differences)
        .where("flights_number > 0")
        .withColumnRenamed("iata", "airport_iata")
        .withColumnRenamed("name", "airport_name")
        .withColumnRenamed("flights_number", "difference");
  }

  private Dataset<Row> moves(String end, int departures, int arrivals) {
    return active.select(
        col("date"),
        col("hour"),
        col(end + "_iata").as("iata"),
        col(end + "_name").as("name"),
        lit(departures).as("departures"),
        lit(arrivals).as("arrivals"));
  }

  /** Distinct flights by slot and key, and the airline's name where there is one. */
  private static Dataset<Row> counted(Dataset<Row> flights, String... key) {
    List<Column> keys = new ArrayList<>(List.of(col("date"), col("hour")));
    Arrays.stream(key).forEach(name -> keys.add(col(name)));
    return flights
        .groupBy(keys.toArray(new Column[0]))
        .agg(
            countDistinct("flight_id").as("flights_number"),
            min("airline_name").as("airline_name"));
  }

  /** The rows with the greatest number in a slot, or in a slot and a further column. */
  private static Dataset<Row> best(Dataset<Row> rows, String... within) {
    List<Column> group = new ArrayList<>(List.of(col("date"), col("hour")));
    Arrays.stream(within).forEach(name -> group.add(col(name)));
    Column most = max("flights_number").over(Window.partitionBy(group.toArray(new Column[0])));
    return rows.withColumn("most", most).where("flights_number = most").drop("most");
  }

  private void write(String indicator, Dataset<Row> rows) {
    rows.write()
        .mode(SaveMode.Overwrite)
        .partitionBy("date", "hour")
        .parquet(gold + "/" + indicator);
  }
}
