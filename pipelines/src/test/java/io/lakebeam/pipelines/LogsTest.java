package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.pipelines.testing.OuterEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Each in a process of its own, since the level is read when the first logger is made. */
class LogsTest {
  @Test
  void keepsLibrariesQuiet() throws IOException, InterruptedException {
    assertThat(run("noisy")).isEqualTo("the result\n");
  }

  @Test
  void showsWhatLibrariesLogWhenVerbose() throws IOException, InterruptedException {
    assertThat(run("noisy", "--verbose"))
        .contains("ERROR LogsTest$Noisy: log4j loses")
        .contains("INFO  LogsTest$Noisy: log4j informs")
        .contains("jul loses")
        .contains("the result");
  }

  private static String run(String... args) throws IOException, InterruptedException {
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classpath, Noisy.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    OuterEnvironment.hideFrom(builder);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  /** A command line whose one pipeline logs through both ways that libraries take. */
  static final class Noisy {
    public static void main(String[] args) {
      Commands noisy =
          Commands.of(
              Commands.entry("noisy", "Logs.", () -> Command.of(DemoOptions.class, Noisy::run)));
      System.exit(Lakebeam.run(noisy, List.of(args), System.out, System.err).code());
    }

    private static ExitCode run(Invocation<DemoOptions> invocation) {
      LoggerFactory.getLogger(Noisy.class).error("log4j loses", new IllegalStateException("trace"));
      LoggerFactory.getLogger(Noisy.class).info("log4j informs");
      java.util.logging.Logger.getLogger("some.library").severe("jul loses");
      invocation.out().println("the result");
      return ExitCode.DONE;
    }
  }
}
