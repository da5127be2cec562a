package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how a failed run ends, whatever a runner has wrapped around its cause. */
final class Failures {
  private static final Pattern IN_TEXT =
      Pattern.compile(Pattern.quote(LakeException.class.getName()) + "\\[(\\d)]: ([^\\r\\n]*)");

  /** Packages that Spark's own classpath has, and the bundled jar leaves to it. */
  private static final Pattern OF_SPARK =
      Pattern.compile(
          "(org[./](apache[./](avro|commons|hadoop|logging|spark)|slf4j|xerial)"
              + "|com[./](codahale|fasterxml|github[./]luben)|scala)[./].*");

  private static final int LONGEST = 500;

  private Failures() {}

  /** How a run ends and the one line that says why. */
  static final class Exit {
    private final ExitCode code;
    private final String message;

    private Exit(ExitCode code, String message) {
      this.code = code;
      this.message = message;
    }

    ExitCode code() {
      return code;
    }

    String message() {
      return message;
    }
  }

  /**
   * The outermost LakeException of the chain; else the first that a message quotes, as Spark hands
   * on a worker's stack trace as text; else an unexpected failure by its root cause.
   */
  static Exit exitOf(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable link : chain) {
      if (link instanceof LakeException) {
        return exit(((LakeException) link).exitCode(), String.valueOf(link.getMessage()));
      }
    }
    for (Throwable link : chain) {
      Matcher quoted = IN_TEXT.matcher(String.valueOf(link.getMessage()));
      if (quoted.find()) {
        return exit(ExitCode.of(Integer.parseInt(quoted.group(1))), quoted.group(2));
      }
    }
    Throwable root = chain.get(chain.size() - 1);
    return exit(
        ExitCode.OTHER,
        withoutSpark(root)
            .orElseGet(
                () ->
                    String.format(
                        "unexpected failure: %s; run again with --verbose for the details",
                        shown(root))));
  }

  private static Exit exit(ExitCode code, String message) {
    return new Exit(code, Secrets.maskedText(message.strip().replaceAll("\\s*\\R\\s*", " ")));
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }

  private static Optional<String> withoutSpark(Throwable root) {
    boolean missing =
        root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError;
    return missing && OF_SPARK.matcher(String.valueOf(root.getMessage())).matches()
        ? Optional.of(
            "the bundled jar needs the classes of Spark: start it with spark-submit (missing: "
                + root.getMessage()
                + ")")
        : Optional.empty();
  }

  private static String shown(Throwable root) {
    String line = root.toString().lines().findFirst().orElse("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "\u2026" : line;
  }
}
