package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.lakebeam.flights.Indicator;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Table;
import io.lakebeam.pipelines.testing.GcsServer;
import io.lakebeam.pipelines.testing.ObjectStoreProbe;
import io.lakebeam.pipelines.testing.S3Server;
import io.lakebeam.pipelines.testing.SparkHome;
import io.lakebeam.pipelines.testing.SparkSubmitProcess;
import io.lakebeam.pipelines.testing.SparkSubmitProcess.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled jar as a cluster takes it: by spark-submit, beside the jars that Spark has. */
class BundledJarIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path temp;

  @Test
  void runsOnTheSparkThatItIsBuiltFor() throws IOException {
    assertThat(SparkHome.jars())
        .extracting(jar -> jar.getFileName().toString())
        .contains("spark-core_2.12-" + System.getProperty("spark.version") + ".jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/spark/",
        "org/apache/hadoop/",
        "org/apache/logging/",
        "org/slf4j/",
        "scala/",
        "com/google/",
        "org/apache/parquet/",
        "META-INF/versions/",
        "log4j"
      })
  void leavesToSparkWhatIsSparks(String prefix) throws IOException {
    try (JarFile jar = new JarFile(SparkSubmitProcess.bundledJar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.startsWith(prefix));
    }
  }

  @Test
  void knowsEveryFileSystem() throws IOException {
    try (JarFile jar = new JarFile(SparkSubmitProcess.bundledJar().toFile());
        InputStream in =
            jar.getInputStream(
                jar.getEntry("META-INF/services/org.apache.beam.sdk.io.FileSystemRegistrar"))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .contains("S3FileSystemRegistrar")
          .contains("GcsFileSystemRegistrar")
          .contains("HadoopFileSystemRegistrar")
          .contains("LocalFileSystemRegistrar");
    }
  }

  @Test
  void readsAndWritesEveryObjectStoreFromSpark() throws Exception {
    try (S3Server s3 = S3Server.start("lake");
        GcsServer gcs = GcsServer.start("lake")) {
      List<String> options = new ArrayList<>(s3.options());
      options.addAll(gcs.options());
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of("--jars", SparkSubmitProcess.bundledJar().toString()));
      arguments.addAll(List.of("--class", ObjectStoreProbe.class.getName()));
      arguments.add(probeJar().toString());
      arguments.add("s3://lake/a/,gs://lake/a/," + temp + "/a/");
      arguments.addAll(options);
      arguments.add("--runner=SparkRunner");

      try (SparkSubmitProcess process =
          SparkSubmitProcess.submit(temp, s3.environment(), arguments)) {
        Finished finished = process.await(LIMIT);
        assertThat(finished.exitCode()).as(finished.err()).isZero();
      }

      options.add(s3.credentialsOption());
      FileSystems.setDefaultPipelineOptions(
          PipelineOptionsFactory.fromArgs(options.toArray(String[]::new)).create());
      for (String place : List.of("s3://lake/a/", "gs://lake/a/", temp + "/a/")) {
        assertThat(LakeFiles.match(place + "*.read")).as(place).hasSize(4);
      }
    }
  }

  @Test
  void givesTheRowsOfTheDirectRunner() throws Exception {
    StoreLake expected = new StoreLake(temp.resolve("expected") + "/", List.of());
    expected.run("generate", "--family=trades", "--rows=5000", "--dirty=0.001").done();
    expected.run("trades-ingest").done();
    expected.run("trades-average").done();
    StoreLake lake = new StoreLake(temp.resolve("lake") + "/", List.of());

    run(lake, Map.of(), 0, "generate", "--family=trades", "--rows=5000", "--dirty=0.001");
    run(lake, Map.of(), 0, "trades-ingest", "--bundleSize=300000");
    run(lake, Map.of(), 0, "trades-average", "--bundleSize=100000");

    for (String table : List.of("bronze/trades", "gold/average_financial_product")) {
      assertThat(lake.rows(table, temp)).isNotEmpty().isEqualTo(expected.rows(table, temp));
    }
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void computesTheIndicatorsOfFlights() throws Exception {
    StoreLake expected = new StoreLake(temp.resolve("expected") + "/", List.of());
    expected.run("generate", "--family=flights", "--rows=3000").done();
    expected.run("flights-indicators", "--format=parquet").done();
    StoreLake lake = new StoreLake(temp.resolve("lake") + "/", List.of());

    run(lake, Map.of(), 0, "generate", "--family=flights", "--rows=3000");
    run(lake, Map.of(), 0, "flights-indicators", "--format=parquet");

    for (Table<?> indicator : Indicator.tables()) {
      List<String> rows = expected.rows(indicator.name(), temp);
      assertThat(lake.rows(indicator.name(), temp)).isNotEmpty().isEqualTo(rows);
    }
  }

  @Test
  void givesTheSameRowsOnAnObjectStore() throws Exception {
    try (S3Server s3 = S3Server.start("lake")) {
      List<String> inProcess = new ArrayList<>(s3.options());
      inProcess.add(s3.credentialsOption());
      StoreLake direct = new StoreLake("s3://lake/a/", inProcess);
      direct.run("generate", "--family=trades", "--rows=5000").done();
      direct.run("trades-ingest").done();
      direct.run("trades-average").done();
      String table = "gold/average_financial_product";
      List<String> expected = direct.rows(table, temp);
      List<String> before = direct.files();

      run(new StoreLake("s3://lake/a/", s3.options()), s3.environment(), 0, "trades-average");

      assertThat(direct.rows(table, temp)).isNotEmpty().isEqualTo(expected);
      assertThat(direct.files())
          .filteredOn(name -> name.startsWith(table))
          .doesNotContainAnyElementsOf(before);
      assertThat(direct.leftovers()).isEmpty();
    }
  }

  @Test
  void tellsAFailureInOneLine() throws Exception {
    StoreLake lake = new StoreLake(temp.resolve("lake") + "/", List.of());
    lake.run("generate", "--family=trades", "--rows=1000").done();
    Path landed = Path.of(lake.root()).resolve(lake.files().get(0));
    lake.put(
        "landing/trades/few.csv",
        "TradeId,Side,Price\n1,SELL,5\n".getBytes(StandardCharsets.UTF_8));

    assertThat(run(lake, Map.of(), 3, "trades-ingest").complaints())
        .singleElement(as(STRING))
        .contains("RemoteTradeId")
        .contains("landing/trades/few.csv");

    Path broken = SparkClusterIT.truncatedGzip(landed, temp.resolve("broken.csv.gz"));
    assertThat(run(lake, Map.of(), 3, "trades-ingest", "--input=" + broken).complaints())
        .singleElement(as(STRING))
        .contains(broken + " cannot be read beyond byte");
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void saysWhatItNeedsWhereThereIsNoSpark() throws Exception {
    Finished overview = java();
    assertThat(overview.exitCode()).isEqualTo(2);
    assertThat(overview.out()).startsWith("Lakebeam:");
    assertThat(overview.err()).isEmpty();

    Finished pipeline = java("trades-average");
    assertThat(pipeline.exitCode()).isEqualTo(1);
    assertThat(pipeline.err()).hasLineCount(1).contains("start it with spark-submit");
  }

  private Finished java(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", SparkSubmitProcess.bundledJar().toString()));
    command.addAll(List.of(arguments));
    try (SparkSubmitProcess process = SparkSubmitProcess.start(temp, Map.of(), command)) {
      return process.await(LIMIT);
    }
  }

  private Finished run(
      StoreLake lake, Map<String, String> environment, int exitCode, String... command)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--lake=" + lake.root());
    arguments.addAll(lake.options());
    try (SparkSubmitProcess process = SparkSubmitProcess.lakebeam(temp, environment, arguments)) {
      Finished finished = process.await(LIMIT);
      assertThat(finished.exitCode()).as(finished.err()).isEqualTo(exitCode);
      return finished;
    }
  }

  /** The probe is test code, so it comes to Spark in a jar of its own. */
  private Path probeJar() throws IOException {
    Path jar = temp.resolve("probe.jar");
    Path classes = Path.of("target", "test-classes");
    Path directory = classes.resolve(ObjectStoreProbe.class.getPackageName().replace('.', '/'));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("ObjectStoreProbe")) {
          out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
          Files.copy(file, out);
        }
      }
    }
    return jar;
  }
}
