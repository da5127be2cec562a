package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker throws must reach the user as it is, whatever the runner makes of it. */
class FailuresOnRunnersTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "SparkRunner"})
  void keepsAWorkersExitCodeAndMessage(String runner) {
    assertThat(run(runner, "lake")).isEqualTo(ExitCode.TOO_MANY_REJECTS);
    assertThat(err()).isEqualTo("lakebeam: 5 of 10 rows rejected\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "SparkRunner"})
  void tellsABugOfAWorkerInOneLine(String runner) {
    assertThat(run(runner, "bug")).isEqualTo(ExitCode.OTHER);
    assertThat(err().lines()).hasSize(1);
    assertThat(err())
        .startsWith("lakebeam: unexpected failure: ")
        .contains("java.lang.IllegalStateException: bug");
  }

  private ExitCode run(String runner, String how) {
    Commands commands =
        Commands.of(
            Commands.entry(
                "fails",
                "Fails on a worker.",
                () -> Command.of(DemoOptions.class, FailuresOnRunnersTest::fail)));
    return Lakebeam.run(
        commands,
        List.of("fails", "--runner=" + runner, "--input=" + how),
        System.out,
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static ExitCode fail(Invocation<DemoOptions> invocation) {
    Pipeline pipeline = Pipeline.create(invocation.options());
    pipeline
        .apply(Create.of(invocation.options().getInput()))
        .apply("Fail", ParDo.of(new Failing()));
    pipeline.run().waitUntilFinish();
    return ExitCode.DONE;
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static final class Failing extends DoFn<String, String> {
    @ProcessElement
    public void process(@Element String how) {
      if (how.equals("lake")) {
        throw new LakeException(ExitCode.TOO_MANY_REJECTS, "5 of 10 rows rejected");
      }
      throw new IllegalStateException("bug");
    }
  }
}
