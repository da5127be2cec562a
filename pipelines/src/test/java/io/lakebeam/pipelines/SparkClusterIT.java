package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.SparkCluster;
import io.lakebeam.pipelines.testing.SparkSubmitProcess;
import io.lakebeam.pipelines.testing.SparkSubmitProcess.Finished;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The bundled jar on a cluster whose executors share nothing with the driver but the disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkClusterIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private static Path temp;
  private SparkCluster cluster;
  private StoreLake local;

  @BeforeAll
  void start() throws Exception {
    cluster = SparkCluster.start(temp);
    local = new StoreLake(temp.resolve("local") + "/", List.of());
    local.run("generate", "--family=trades", "--rows=5000", "--dirty=0.001").done();
    local.run("trades-ingest").done();
    local.run("trades-average").done();
  }

  @AfterAll
  void stop() throws Exception {
    cluster.close();
  }

  @Test
  void givesTheRowsOfTheDirectRunner() throws Exception {
    StoreLake lake = new StoreLake(temp.resolve("cluster") + "/", List.of());

    Finished ingest =
        run(lake, "trades-ingest", "--input=" + landed().getParent(), "--bundleSize=300000");
    assertThat(ingest.exitCode()).as(ingest.err()).isZero();
    Finished average = run(lake, "trades-average", "--bundleSize=100000");
    assertThat(average.exitCode()).as(average.err()).isZero();

    for (String table : List.of("bronze/trades", "gold/average_financial_product")) {
      assertThat(lake.rows(table, temp)).isNotEmpty().isEqualTo(local.rows(table, temp));
    }
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void tellsAWorkersFailureInOneLine() throws Exception {
    StoreLake lake = new StoreLake(temp.resolve("broken") + "/", List.of());
    Path broken = truncatedGzip(landed(), temp.resolve("broken.csv.gz"));

    Finished finished = run(lake, "trades-ingest", "--input=" + broken);

    assertThat(finished.complaints()).as(finished.err()).hasSize(1);
    assertThat(finished.complaints().get(0)).contains(broken + " cannot be read beyond byte");
    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(lake.leftovers()).isEmpty();
  }

  private Finished run(StoreLake lake, String... command) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--lake=" + lake.root());
    try (SparkSubmitProcess process =
        SparkSubmitProcess.lakebeam(temp, Map.of(), cluster.options(), arguments)) {
      return process.await(LIMIT);
    }
  }

  private Path landed() {
    return local.files().stream()
        .filter(name -> name.startsWith("landing/trades/"))
        .map(name -> Path.of(local.root()).resolve(name))
        .findFirst()
        .orElseThrow();
  }

  /** A file whose transfer broke off: its header can be read, its end cannot. */
  static Path truncatedGzip(Path file, Path target) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      Files.copy(file, out);
    }
    byte[] bytes = zipped.toByteArray();
    return Files.write(target, Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }
}
