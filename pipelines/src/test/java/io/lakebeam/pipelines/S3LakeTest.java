package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.pipelines.testing.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.aws2.options.S3Options;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class S3LakeTest extends StoreLakeContract {
  private static final int DAYS = 60;

  private final S3Server server = S3Server.start(BUCKET);

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  @Override
  StoreLake lakeIn(String bucket) {
    return lake(bucket, server.credentialsOption());
  }

  private StoreLake lake(String bucket, String credentials) {
    List<String> options = new ArrayList<>(server.options());
    options.add(credentials);
    return new StoreLake("s3://" + bucket + "/a/", options);
  }

  @Test
  void saysThatCredentialsAreRefusedAndKeepsThemSecret() {
    StoreLake refused = lake(BUCKET, S3Server.credentialsOption("the-wrong-one"));

    for (StoreLake.Outcome outcome :
        List.of(
            refused.run("trades-ingest"),
            refused.run("generate", "--family=trades"),
            refused.run("trades-ingest", "--dryRun"),
            refused.run("trades-ingest", "--input=" + refused.root() + "landing/trades/a.csv"))) {
      assertThat(outcome.failed(3)).contains(refused.root()).contains("access is denied");
      assertThat(outcome.out() + outcome.err()).doesNotContain("the-wrong-one");
    }
  }

  @Test
  void saysWhenAReplacedFileCannotBeDeleted() {
    server.calls().undeletable(name -> name.contains("/part-"));
    try {
      assertThat(lake().run("trades-average").failed(3))
          .contains("gold/average_financial_product/part-")
          .contains("was replaced but cannot be deleted");
    } finally {
      server.calls().undeletable(name -> false);
    }
    assertThat(lake().run("trades-average").done().err()).contains("rolled forward");
    assertThat(lake().leftovers()).isEmpty();
  }

  /** Such as another run's claim on the table: to see an empty table would keep stale files. */
  @Test
  void looksAgainWhenAnObjectGoesAwayDuringAListing() throws IOException {
    lake().put("some/a", new byte[1]);
    lake().put("some/b", new byte[1]);
    server.calls().hideOnce("a/some/b");

    assertThat(LakeFiles.listAll(lake().root() + "some/"))
        .extracting(LakePaths::of)
        .contains(lake().root() + "some/a");
  }

  @Test
  void publishesManyPartitionsAtOnceWithFewRequests() throws IOException {
    lake().put("landing/year/trades.csv", yearOfTrades());
    lake().run("trades-ingest", "--input=" + lake().root() + "landing/year", year()).done();
    server.calls().reset();
    server.calls().delay("copyBlob", Duration.ofMillis(150));
    try {
      lake().run("trades-ingest", "--input=" + lake().root() + "landing/year", year()).done();
    } finally {
      server.calls().delay("copyBlob", Duration.ZERO);
    }

    Map<String, Integer> counts = server.calls().counts();
    assertThat(lake().rows("bronze/year", temp)).hasSize(2 * DAYS);
    int files =
        (int) lake().files().stream().filter(name -> name.startsWith("bronze/year/")).count();
    assertThat(counts.get("list")).as("whatever the number of files").isLessThan(12);
    assertThat(counts.get("copyBlob")).isEqualTo(files);
    assertThat(counts.get("initiateMultipartUpload")).isLessThan(files + 12);
    assertThat(server.calls().mostAtOnce("copyBlob")).isGreaterThan(4);
    assertThat(server.calls().mostOpenUploads())
        .as("each holds a buffer in memory; a partition that only waits must not")
        .isLessThan(DAYS / 2);
  }

  @Test
  void takesSmallUploadBuffersUnlessToldOtherwise() {
    assertThat(uploadBuffer()).isEqualTo(8 << 20);
    assertThat(uploadBuffer("--s3UploadBufferSizeBytes=16777216")).isEqualTo(16 << 20);
  }

  private static int uploadBuffer(String... args) {
    return CommandLine.parse("trades-ingest", TradesIngestOptions.class, List.of(args))
        .options()
        .as(S3Options.class)
        .getS3UploadBufferSizeBytes();
  }

  private String year() {
    return "--output=" + lake().root() + "bronze/year";
  }

  /** Two trades on each of many days. */
  private static byte[] yearOfTrades() {
    StringBuilder csv =
        new StringBuilder(
            "TradeId,RemoteTradeId,Side,Product,DeliveryStart,DeliveryEnd,ExecutionTime,DeliveryArea,"
                + "TradePhase,UserDefinedBlock,SelfTrade,Price,Currency,Volume,VolumeUnit,OrderID\n");
    for (int i = 0; i < 2 * DAYS; i++) {
      LocalDate day = LocalDate.of(2023, 1, 1).plusDays(i % DAYS);
      csv.append(i).append(",2,SELL,XBID_Hour_Power,").append(day).append("T10:00:00Z,");
      csv.append(day).append("T11:00:00Z,2022-12-31T16:05:06Z,FR,CONT,N,U,5,EUR,5,MWH,3\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
