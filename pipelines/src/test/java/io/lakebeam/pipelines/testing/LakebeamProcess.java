package io.lakebeam.pipelines.testing;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The command line in a Java process of its own, on this one's class path: it can be killed. */
public final class LakebeamProcess implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Process process;
  private final Path directory;

  private LakebeamProcess(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  /** How it ended, and what it printed. */
  public record Finished(int exitCode, String out, String err) {}

  /**
   * Starts a command.
   *
   * @param directory an empty one, for what is printed and for the process's temporary files
   */
  public static LakebeamProcess start(Path directory, String... args) throws IOException {
    return start(directory, List.of("-Xmx1g"), args);
  }

  /**
   * The same.
   *
   * @param jvmArguments what the Java process is given, the size of its heap among it
   */
  public static LakebeamProcess start(Path directory, List<String> jvmArguments, String... args)
      throws IOException {
    return start(directory, jvmArguments, Map.of(), args);
  }

  /**
   * The same.
   *
   * @param environment variables beside those of this process that {@link OuterEnvironment} leaves
   */
  public static LakebeamProcess start(
      Path directory, List<String> jvmArguments, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("io.lakebeam.pipelines.Lakebeam");
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(new File(directory.toFile(), "out"))
            .redirectError(new File(directory.toFile(), "err"));
    OuterEnvironment.hideFrom(builder);
    builder.environment().putAll(environment);
    return new LakebeamProcess(builder.start(), directory);
  }

  /** Where the process puts its temporary files. */
  public Path temporaryFiles() {
    return directory.resolve("tmp");
  }

  /** Waits until something can be seen, or until the process has ended. */
  public void awaitOrEnd(BooleanSupplier seen) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (process.isAlive() && !seen.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not seen within " + LIMIT);
      }
      Thread.sleep(1);
    }
  }

  /** Ends it at once, as a machine that goes away does. */
  public Finished kill() throws IOException, InterruptedException {
    process.destroyForcibly();
    return await();
  }

  /** Asks it to end, as a scheduler does; it need not obey at once. */
  public Finished terminate() throws IOException, InterruptedException {
    process.destroy();
    return await();
  }

  /** Waits for its end. */
  public Finished await() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + LIMIT);
    }
    return new Finished(
        process.exitValue(),
        Files.readString(directory.resolve("out")),
        Files.readString(directory.resolve("err")));
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
