package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakeFiles;
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
