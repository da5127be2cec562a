package io.lakebeam.pipelines.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a Spark distribution there is: its jars, which Maven puts on a class path. Integration
 * tests only: Maven hands them over as system properties.
 */
public final class SparkHome {
  private SparkHome() {}

  /** The jars of the Spark distribution. */
  public static List<Path> jars() throws IOException {
    String classPath = Files.readString(Path.of(property("spark.classpath.file"))).trim();
    return List.of(classPath.split(File.pathSeparator)).stream().map(Path::of).toList();
  }

  /** The launcher prints an empty line, then the words of the command, each ended by a NUL. */
  private static final String SPARK_SUBMIT =
      """
      #!/usr/bin/env bash
      set -euo pipefail
      export SPARK_HOME='%s' JAVA_HOME='%s' SPARK_SCALA_VERSION=2.12
      mapfile -d '' -t command < <("$JAVA_HOME/bin/java" -Xmx128m -cp "$SPARK_HOME/jars/*" \\
        org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@" | tail -c +3)
      exec "${command[@]}"
      """;

  /** What makes a JVM that lives for seconds ready sooner. */
  static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** The command of a JVM on Spark's jars and no others; what follows is the class to run. */
  static List<String> java(String heap) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(SHORT_LIVED);
    command.addAll(List.of(property("spark.jvm.args").trim().split("\\s+")));
    command.add("-cp");
    command.add(String.join(File.pathSeparator, jars().stream().map(Path::toString).toList()));
    return command;
  }

  /**
   * Lays the jars out as a SPARK_HOME. Its {@code bin/spark-submit} lets Spark's launcher put the
   * command together and runs that, as the one of a distribution does.
   */
  public static Path layOut(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars()) {
      Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
    }
    Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(script, String.format(SPARK_SUBMIT, home, System.getProperty("java.home")));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return home;
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("-D" + name + " is missing: run it by mvn verify");
    }
    return value;
  }
}
