package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LakebeamTest {
  private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
  private final List<Invocation<TradesTopOptions>> invocations = new ArrayList<>();

  @Test
  void runsThePipelineThatTheFirstArgumentNames() {
    assertThat(run(invocation -> ExitCode.DONE, "trades-top", "--top=3")).isEqualTo(ExitCode.DONE);

    assertThat(invocations).hasSize(1);
    Invocation<TradesTopOptions> invocation = invocations.get(0);
    assertThat(invocation.pipeline()).isEqualTo("trades-top");
    assertThat(invocation.options().getTop()).isEqualTo(3);
    assertThat(invocation.given()).containsOnlyKeys("top");
    assertThat(err()).isEmpty();
  }

  @Test
  void endsAsThePipelineDoes() {
    assertThat(run(invocation -> ExitCode.CHECK_FAILED, "trades-top"))
        .isEqualTo(ExitCode.CHECK_FAILED);
  }

  @Test
  void doesNoWorkOnBadOptions() {
    assertThat(run(invocation -> ExitCode.DONE, "trades-top", "--tpo=3"))
        .isEqualTo(ExitCode.BAD_OPTIONS);

    assertThat(invocations).isEmpty();
    assertThat(err()).isEqualTo("lakebeam: trades-top has no option --tpo; did you mean --top?\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void namesTheNearestPipeline() {
    assertThat(run(invocation -> ExitCode.DONE, "trades-tpo")).isEqualTo(ExitCode.BAD_OPTIONS);

    assertThat(err())
        .isEqualTo("lakebeam: no pipeline is named trades-tpo; did you mean trades-top?\n");
  }

  @Test
  void wantsThePipelineFirst() {
    assertThat(run(invocation -> ExitCode.DONE, "--top=3")).isEqualTo(ExitCode.BAD_OPTIONS);

    assertThat(err())
        .isEqualTo("lakebeam: name a pipeline first: lakebeam <pipeline> [--name=value ...]\n");
  }

  @Test
  void tellsAFailureInOneLine() {
    ExitCode code =
        run(
            invocation -> {
              throw new IllegalStateException(
                  new LakeException(ExitCode.BAD_PLACE, "no such lake"));
            },
            "trades-top");

    assertThat(code).isEqualTo(ExitCode.BAD_PLACE);
    assertThat(err()).isEqualTo("lakebeam: no such lake\n");
  }

  @Test
  void showsTheStackTraceOnlyWhenVerbose() {
    Command.Body<TradesTopOptions> bug =
        invocation -> {
          throw new IllegalStateException("bug");
        };

    assertThat(run(bug, "trades-top")).isEqualTo(ExitCode.OTHER);
    assertThat(err())
        .isEqualTo(
            "lakebeam: unexpected failure: java.lang.IllegalStateException: bug; run again with"
                + " --verbose for the details\n");

    run(bug, "trades-top", "--verbose");
    assertThat(err()).contains("\tat io.lakebeam.pipelines.LakebeamTest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpsAnywhereWithoutRunning(String help) {
    assertThat(run(invocation -> ExitCode.OTHER, "trades-top", "--tpo=3", help))
        .isEqualTo(ExitCode.DONE);

    assertThat(out()).startsWith("Usage: lakebeam trades-top");
    assertThat(invocations).isEmpty();
    assertThat(err()).isEmpty();
  }

  @Test
  void showsTheOverviewAndFailsWithoutArguments() {
    assertThat(run(invocation -> ExitCode.DONE)).isEqualTo(ExitCode.BAD_OPTIONS);

    assertThat(out()).startsWith("Lakebeam:");
    assertThat(err()).isEmpty();
  }

  private ExitCode run(Command.Body<TradesTopOptions> body, String... args) {
    Commands commands =
        Commands.of(
            Commands.entry(
                "trades-top",
                "Ranks.",
                () ->
                    Command.of(
                        TradesTopOptions.class,
                        invocation -> {
                          invocations.add(invocation);
                          return body.run(invocation);
                        })));
    return Lakebeam.run(commands, List.of(args), print(outBytes), print(errBytes));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return outBytes.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return errBytes.toString(StandardCharsets.UTF_8);
  }
}
