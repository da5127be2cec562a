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

  /** The command of a JVM on Spark's jars and no others; what follows is the class to run. */
  static List<String> java(String heap) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(List.of(property("spark.jvm.args").trim().split("\\s+")));
    command.add("-cp");
    command.add(String.join(File.pathSeparator, jars().stream().map(Path::toString).toList()));
    return command;
  }

  /**
   * Lays the jars out as a SPARK_HOME, with a {@code bin/spark-submit} that does no more than start
   * Spark's own program.
   */
  public static Path layOut(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (Path jar : jars()) {
      Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
    }
    Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    String java = String.join("' '", java("-Xmx1g"));
    Files.writeString(
        script, "#!/bin/sh\nexec '" + java + "' org.apache.spark.deploy.SparkSubmit \"$@\"\n");
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
