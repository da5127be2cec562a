package io.lakebeam.benchmarks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.extensions.avro.coders.AvroCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.TextIO;
import org.apache.beam.sdk.io.parquet.ParquetIO;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.schemas.transforms.Group;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.Top;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Three of the trades jobs as Beam's examples teach: rows as elements, with a schema, through
 * {@code TextIO}, {@code Group} and {@code ParquetIO}: {@code <job> <input> <output> <Beam's
 * options>}, where the job is {@code trades-ingest}, {@code trades-average} or {@code trades-top}.
 *
 * <p>It does less than ours: a malformed line ends it, quotes are data, nothing is counted or
 * checked, old files stay. File names are unique, or SparkRunner would lose rows.
 */
public final class NaiveBeamTrades {
  private static final String[] PRODUCT = {
    "product", "delivery_start", "delivery_end", "delivery_area"
  };
  private static final int TOP = 5;

  private NaiveBeamTrades() {}

  public static void main(String[] args) {
    String[] options = Arrays.copyOfRange(args, 3, args.length);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.fromArgs(options).create());
    switch (args[0]) {
      case "trades-ingest":
        ingest(pipeline, args[1], args[2]);
        break;
      case "trades-average":
        average(pipeline, args[1], args[2]);
        break;
      case "trades-top":
        top(pipeline, args[1], args[2]);
        break;
      default:
        throw new IllegalArgumentException("no job " + args[0]);
    }
    pipeline.run().waitUntilFinish();
  }

  private static void ingest(Pipeline pipeline, String csv, String bronze) {
    pipeline
        .apply("Read", TextIO.read().from(csv + "/*.csv"))
        .apply("SkipHeader", Filter.by(line -> !line.startsWith("#") && !line.startsWith("Trade")))
        .apply(
            "Parse", MapElements.into(TypeDescriptor.of(NaiveTrade.class)).via(NaiveTrade::parse))
        .apply("Valid", Filter.by(NaiveTrade::isValid))
        .apply(
            "Write",
            FileIO.<String, NaiveTrade>writeDynamic()
                .by(NaiveTrade::deliveryDate)
                .via(Contextful.fn(NaiveRecords::trade), sink(NaiveRecords.TRADE))
                .to(bronze)
                .withDestinationCoder(StringUtf8Coder.of())
                .withNaming(date -> uniqueNames("delivery_date=" + date + "/")));
  }

  private static void average(Pipeline pipeline, String bronze, String gold) {
    PCollection<GenericRecord> averages =
        sell(pipeline, bronze)
            .apply(
                "Group",
                Group.<GenericRecord>byFieldNames(PRODUCT)
                    .aggregateField("price", Sum.ofLongs(), "price")
                    .aggregateField("volume", Sum.ofLongs(), "volume")
                    .aggregateField("price", Count.combineFn(), "trade_count"))
            .apply(
                "Average",
                MapElements.into(TypeDescriptor.of(GenericRecord.class)).via(NaiveRecords::average))
            .setCoder(AvroCoder.of(NaiveRecords.AVERAGE));
    write(averages, NaiveRecords.AVERAGE, gold);
  }

  private static void top(Pipeline pipeline, String bronze, String gold) {
    PCollection<GenericRecord> ranked =
        sell(pipeline, bronze)
            .apply(
                "Group",
                Group.<GenericRecord>byFieldNames(PRODUCT)
                    .aggregateField("volume", Sum.ofLongs(), "volume"))
            .apply("Top", Top.of(TOP, new WorstFirst()))
            .apply(
                "Rank",
                FlatMapElements.into(TypeDescriptor.of(GenericRecord.class))
                    .via(NaiveBeamTrades::ranked))
            .setCoder(AvroCoder.of(NaiveRecords.TOP));
    write(ranked, NaiveRecords.TOP, gold);
  }

  private static PCollection<GenericRecord> sell(Pipeline pipeline, String bronze) {
    return pipeline
        .apply(
            "Read",
            ParquetIO.read(NaiveRecords.BRONZE)
                .from(bronze + "/*/*.parquet")
                .withProjection(NaiveRecords.BRONZE, NaiveRecords.BRONZE)
                .withBeamSchemas(true))
        .apply("Sell", Filter.by(NaiveBeamTrades::isSell));
  }

  private static boolean isSell(GenericRecord trade) {
    return trade.get("side").toString().equals("SELL");
  }

  private static void write(PCollection<GenericRecord> records, Schema schema, String directory) {
    records.apply(
        "Write",
        FileIO.<GenericRecord>write().via(sink(schema)).to(directory).withNaming(uniqueNames("")));
  }

  private static ParquetIO.Sink sink(Schema schema) {
    return ParquetIO.sink(schema)
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withConfiguration(Map.of("parquet.compression.codec.zstd.level", "1"));
  }

  private static FileIO.Write.FileNaming uniqueNames(String directory) {
    return (window, pane, shards, shard, compression) ->
        directory + "part-" + UUID.randomUUID() + ".parquet";
  }

  private static List<GenericRecord> ranked(List<Row> best) {
    return IntStream.range(0, best.size())
        .mapToObj(index -> NaiveRecords.ranked(best, index))
        .collect(Collectors.toList());
  }

  /** Least volume first; of equal ones the last product. */
  private static final class WorstFirst implements Comparator<Row>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Row left, Row right) {
      return Comparator.comparing((Row group) -> group.getRow("value").getInt64("volume"))
          .thenComparing(
              Comparator.comparing((Row group) -> group.getRow("key").getString("product"))
                  .thenComparing(group -> group.getRow("key").getInt64("delivery_start"))
                  .thenComparing(group -> group.getRow("key").getInt64("delivery_end"))
                  .thenComparing(group -> group.getRow("key").getString("delivery_area"))
                  .reversed())
          .compare(left, right);
    }
  }
}
