package io.lakebeam.pipelines.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A spark-submit in a process of its own, on the jars of a Spark distribution and no others, with
 * two local workers. What the bundled jar lacks, or brings in a version that Spark does not bear,
 * shows here and in no test that has our whole class path.
 *
 * <p>Integration tests only: Maven hands it the bundled jar and Spark's class path as system
 * properties.
 */
public final class SparkSubmitProcess implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  private SparkSubmitProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** How it ended, and what it printed. */
  public record Finished(int exitCode, String out, String err) {
    /** What the command itself said went wrong; the rest is what Spark logs. */
    public List<String> complaints() {
      return err.lines().filter(line -> line.startsWith("lakebeam: ")).toList();
    }
  }

  /** The bundled jar that the build made. */
  public static Path bundledJar() {
    return Path.of(SparkHome.property("lakebeam.jar"));
  }

  /**
   * Runs a Lakebeam command from the bundled jar, on the Spark runner, with two local workers.
   *
   * @param environment credentials and the like
   * @param command such as {@code trades-average --lake=s3://lake/}
   */
  public static SparkSubmitProcess lakebeam(
      Path directory, Map<String, String> environment, Collection<String> command)
      throws IOException {
    return lakebeam(directory, environment, List.of(), command);
  }

  /**
   * The same elsewhere than on two local workers.
   *
   * @param sparkOptions such as {@code --master spark://...}
   */
  public static SparkSubmitProcess lakebeam(
      Path directory,
      Map<String, String> environment,
      Collection<String> sparkOptions,
      Collection<String> command)
      throws IOException {
    List<String> arguments = new ArrayList<>(sparkOptions);
    arguments.add("--class");
    arguments.add("io.lakebeam.pipelines.Lakebeam");
    arguments.add(bundledJar().toString());
    arguments.addAll(command);
    arguments.add("--runner=SparkRunner");
    return submit(directory, environment, arguments);
  }

  /**
   * Runs spark-submit.
   *
   * @param directory the working directory; what is printed is kept there too
   * @param arguments those of spark-submit; of options that are there twice it takes the last
   */
  public static SparkSubmitProcess submit(
      Path directory, Map<String, String> environment, Collection<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(SparkHome.java("-Xmx1g"));
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", "local[2]"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
    command.addAll(arguments);
    return start(directory, environment, command);
  }

  /** Runs any command that runs spark-submit in the end. */
  public static SparkSubmitProcess start(
      Path directory, Map<String, String> environment, List<String> command) throws IOException {
    Path out = Files.createTempFile(directory, "spark-submit-", ".out");
    Path err = Files.createTempFile(directory, "spark-submit-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    OuterEnvironment.hideFrom(builder);
    builder.environment().putAll(environment);
    return new SparkSubmitProcess(builder.start(), out, err);
  }

  /** Waits for its end; fails, with what it printed, if that takes longer than the limit. */
  public Finished await(Duration limit) throws IOException, InterruptedException {
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      close();
      throw new AssertionError("still running after " + limit + ":\n" + Files.readString(err));
    }
    return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Ends the process, as a machine that goes away does, if it still runs. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
