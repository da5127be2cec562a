package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.SparkHome;
import io.lakebeam.pipelines.testing.SparkSubmitProcess;
import io.lakebeam.pipelines.testing.SparkSubmitProcess.Finished;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that runs the bundled jar on Spark in local mode, as a user calls it. */
class SubmitScriptIT {
  private static final Path SCRIPT =
      Path.of("..", "runners-config", "spark-local", "submit.sh").toAbsolutePath().normalize();

  @TempDir private Path temp;

  @Test
  void runsACommandAndSaysNoMoreThanTheCommandDoes() throws Exception {
    Finished generated =
        submit("--driver-memory", "700m", "--", "generate", "--family=trades", "--rows=100");

    assertThat(generated.exitCode()).as(generated.err()).isZero();
    assertThat(generated.err()).isEmpty();
    assertThat(generated.out()).startsWith("generate ").contains("written");
    assertThat(lake().files()).anyMatch(name -> name.matches("landing/trades/[^_].*[.]csv"));
  }

  @Test
  void endsAsTheCommandDoes() throws Exception {
    Finished finished = submit("trades-average");

    assertThat(finished.err()).startsWith("lakebeam: ").hasLineCount(1).contains("bronze/trades");
    assertThat(finished.exitCode()).isEqualTo(3);
  }

  private StoreLake lake() {
    return new StoreLake(temp.resolve("lake") + "/", List.of());
  }

  private Finished submit(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    command.add("--lake=" + lake().root());
    Map<String, String> environment =
        Map.of(
            "SPARK_HOME", SparkHome.layOut(temp.resolve("spark")).toString(),
            "LAKEBEAM_JAR", SparkSubmitProcess.bundledJar().toString());
    try (SparkSubmitProcess process = SparkSubmitProcess.start(temp, environment, command)) {
      return process.await(Duration.ofMinutes(2));
    }
  }
}
