package io.lakebeam.pipelines.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Spark standalone cluster on loopback: a master and two workers, each a process, and executors
 * that the workers start as processes of their own.
 */
public final class SparkCluster implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED =
      Pattern.compile("(Successfully registered) with master");

  private final Path directory;
  private final Path home;
  private final List<Process> processes = new ArrayList<>();
  private String url = "";

  private SparkCluster(Path directory) throws IOException {
    this.directory = directory;
    this.home = SparkHome.layOut(directory.resolve("spark"));
  }

  /**
   * Starts it and waits until the workers are there.
   *
   * @param directory for what it writes
   */
  public static SparkCluster start(Path directory) throws IOException, InterruptedException {
    SparkCluster cluster = new SparkCluster(directory);
    try {
      Path master = cluster.launch("master.Master", "--port", "0");
      cluster.url = cluster.await(master, MASTER);
      Path first = cluster.worker();
      Path second = cluster.worker();
      cluster.await(first, REGISTERED);
      cluster.await(second, REGISTERED);
      return cluster;
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** The options of spark-submit that make it run there, in client mode. */
  public List<String> options() {
    return List.of(
        "--master",
        url,
        "--executor-memory",
        "512m",
        "--conf",
        "spark.executor.extraJavaOptions=" + String.join(" ", SparkHome.SHORT_LIVED));
  }

  /** Ends every process, and the executors that the workers have started. */
  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      List<ProcessHandle> executors = process.descendants().toList();
      process.destroyForcibly().waitFor();
      executors.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private Path worker() throws IOException {
    Path work = Files.createTempDirectory(directory, "work");
    return launch(
        "worker.Worker", "--cores", "1", "--memory", "1g", "--work-dir", work.toString(), url);
  }

  /** Gives the file that holds what the process prints. */
  private Path launch(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(SparkHome.java("-Xmx256m"));
    command.add("org.apache.spark.deploy." + program);
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(directory, program, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    OuterEnvironment.hideFrom(builder);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    processes.add(builder.start());
    return log;
  }

  private String await(Path log, Pattern line) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(end)) {
      Matcher found = line.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(
        "no '" + line + "' within " + LIMIT + ":\n" + Files.readString(log));
  }
}
