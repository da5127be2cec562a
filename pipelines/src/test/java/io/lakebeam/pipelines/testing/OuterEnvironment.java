package io.lakebeam.pipelines.testing;

import java.util.regex.Pattern;

/** The environment that the tests run in, which is none of the business of what they start. */
public final class OuterEnvironment {
  private static final Pattern HIDDEN =
      Pattern.compile("_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|(AWS|KAGGLE|LAKEBEAM)_.*");

  private OuterEnvironment() {}

  /** Withholds what would change how a process works: options of Java, credentials, places. */
  public static void hideFrom(ProcessBuilder process) {
    process.environment().keySet().removeIf(name -> HIDDEN.matcher(name).matches());
  }
}
