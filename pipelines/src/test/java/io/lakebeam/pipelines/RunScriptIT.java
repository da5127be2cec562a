package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.SparkSubmitProcess;
import io.lakebeam.pipelines.testing.SparkSubmitProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that runs the bundled jar on the JDK's java, as a user calls it. */
class RunScriptIT {
  private static final Path SCRIPT =
      Path.of("..", "runners-config", "direct", "run.sh").toAbsolutePath().normalize();
  private static final String ARCHIVING = "run.sh: archiving the classes";

  @TempDir private Path temp;
  private Path jar;

  @BeforeEach
  void copyTheJar() throws IOException {
    Path bundled = SparkSubmitProcess.bundledJar();
    jar = Files.copy(bundled, Files.createDirectory(temp.resolve("jar")).resolve("lakebeam.jar"));
  }

  @Test
  void archivesTheClassesOnceForEachJar() throws Exception {
    Finished first = run("generate", "--family=trades", "--rows=100");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).startsWith("generate ").contains("written");
    assertThat(first.err()).startsWith(ARCHIVING).hasLineCount(1);
    List<String> archive = besideTheJar();
    assertThat(archive).singleElement().asString().matches("lakebeam-direct-.*[.]jsa");

    Finished second = run("generate", "--family=trades", "--rows=100");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(besideTheJar()).isEqualTo(archive);
    assertThat(run("trades-average", "--input=" + temp + "/none").exitCode()).isEqualTo(3);

    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(run("generate", "--family=trades", "--rows=100").err()).startsWith(ARCHIVING);
    assertThat(besideTheJar()).hasSize(1).isNotEqualTo(archive);
  }

  @Test
  void archivesNothingOfACommandThatFails() throws Exception {
    Finished finished = run("trades-average");

    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(finished.err()).startsWith("lakebeam: ").hasLineCount(1).contains("bronze/trades");
    assertThat(besideTheJar()).isEmpty();
  }

  private List<String> besideTheJar() throws IOException {
    try (Stream<Path> files = Files.list(jar.getParent())) {
      return files
          .filter(file -> !file.equals(jar))
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private Finished run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    command.add("--lake=" + temp.resolve("lake"));
    Map<String, String> environment =
        Map.of("LAKEBEAM_JAR", jar.toString(), "JAVA_HOME", System.getProperty("java.home"));
    try (SparkSubmitProcess process = SparkSubmitProcess.start(temp, environment, command)) {
      return process.await(Duration.ofMinutes(2));
    }
  }
}
