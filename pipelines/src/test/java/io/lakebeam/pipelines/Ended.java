package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A command that was run in this process: how it ended and what it printed, without the lines of
 * {@link Progress}, which only a slow machine sees.
 */
record Ended(int code, String out, String err) {
  private static final Pattern PROGRESS =
      Pattern.compile(
          "(?m)^(?:[\\d,]+ records, [\\d,]+ rejected, (?:[\\d,]+ read ahead, )?[\\d,]+ records/s, \\d+:\\d\\d"
              + "|[\\d,.]+(?: of [\\d,.]+)? MB, [\\d,.]+ MB/s, [\\d:]+(?:, [\\d:]+ left)?)\\R");

  Ended {
    err = PROGRESS.matcher(err).replaceAll("");
  }

  /** Runs the command line, as a user types it. */
  static Ended of(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Lakebeam.run(args, print(out), print(err));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Fails unless it ended well and had nothing to complain about. */
  Ended done() {
    assertThat(code).as(err).isZero();
    assertThat(err).isEmpty();
    return this;
  }

  /** Fails unless it ended with that code and said why in one line, and nothing else. */
  String failed(int expected) {
    assertThat(code).as(err).isEqualTo(expected);
    assertThat(out).isEmpty();
    assertThat(err).startsWith("lakebeam: ").hasLineCount(1);
    return err.strip();
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
