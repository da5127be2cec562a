package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.beam.sdk.util.UserCodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private static final LakeException LAKE =
      new LakeException(ExitCode.TOO_MANY_REJECTS, "too many rejects: 5 of 10");

  @Test
  void findsALakeExceptionAnywhereInTheChain() {
    assertExit(LAKE, ExitCode.TOO_MANY_REJECTS, "too many rejects: 5 of 10");
    assertExit(
        new IllegalStateException("x", UserCodeException.wrap(LAKE)),
        ExitCode.TOO_MANY_REJECTS,
        "too many rejects: 5 of 10");
  }

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void findsALakeExceptionInTheTextOfAStackTrace(ExitCode code) {
    StringWriter trace = new StringWriter();
    UserCodeException.wrap(new LakeException(code, "cannot read s3://bucket/a"))
        .printStackTrace(new PrintWriter(trace));
    RuntimeException spark =
        new RuntimeException("Job aborted. Lost task 0.0 (host driver): " + trace);

    assertExit(new RuntimeException(spark), code, "cannot read s3://bucket/a");
  }

  @Test
  void namesTheRootCauseOfABug() {
    assertExit(
        new RuntimeException("outer", new IllegalStateException("inner\nmore")),
        ExitCode.OTHER,
        "unexpected failure: java.lang.IllegalStateException: inner; run again with --verbose for"
            + " the details");
  }

  @Test
  void endsOnAChainThatTurnsBackOnItself() {
    RuntimeException first = new RuntimeException("first");
    first.initCause(new RuntimeException("second", first));

    assertThat(Failures.exitOf(first).code()).isEqualTo(ExitCode.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org/slf4j/LoggerFactory", "com.fasterxml.jackson.annotation.JsonIgnore"})
  void saysHowToStartWhatLacksSpark(String missing) {
    assertExit(
        new NoClassDefFoundError(missing),
        ExitCode.OTHER,
        "the bundled jar needs the classes of Spark: start it with spark-submit (missing: "
            + missing
            + ")");
  }

  @Test
  void hidesCredentialsInMessages() {
    assertExit(
        new LakeException(ExitCode.BAD_PLACE, "cannot read s3://user:pass@bucket/a"),
        ExitCode.BAD_PLACE,
        "cannot read s3://***@bucket/a");
  }

  private static void assertExit(Throwable failure, ExitCode code, String message) {
    Failures.Exit exit = Failures.exitOf(failure);
    assertThat(exit.message()).isEqualTo(message);
    assertThat(exit.code()).isEqualTo(code);
  }
}
