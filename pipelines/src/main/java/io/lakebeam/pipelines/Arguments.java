package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.ArrayList;
import java.util.List;

/** Splits arguments into {@code --name=value} and {@code --name}; nothing else is accepted. */
final class Arguments {
  private Arguments() {}

  /** One argument. */
  static final class Argument {
    private final String name;
    private final String value;
    private final boolean hasValue;

    private Argument(String name, String value, boolean hasValue) {
      this.name = name;
      this.value = value;
      this.hasValue = hasValue;
    }

    String name() {
      return name;
    }

    /** Empty where none was given. */
    String value() {
      return value;
    }

    /** Whether there was a {@code =}. */
    boolean hasValue() {
      return hasValue;
    }
  }

  static List<Argument> split(List<String> args) {
    List<Argument> split = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        throw stray(arg, i == 0 ? "" : args.get(i - 1));
      }
      int equals = arg.indexOf('=');
      String name = arg.substring(2, equals < 0 ? arg.length() : equals);
      if (name.isEmpty()) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS, Secrets.maskedText(arg) + " names no option; write --name=value");
      }
      split.add(new Argument(name, equals < 0 ? "" : arg.substring(equals + 1), equals >= 0));
    }
    return split;
  }

  private static LakeException stray(String arg, String before) {
    if (before.startsWith("--") && !before.contains("=")) {
      return new LakeException(
          ExitCode.BAD_OPTIONS,
          "an option and its value are one argument: write "
              + before
              + "="
              + Secrets.masked(before, arg));
    }
    String shown = Secrets.maskedText(arg);
    if (arg.startsWith("-") && arg.length() > 1) {
      return new LakeException(ExitCode.BAD_OPTIONS, shown + " is not an option: write -" + shown);
    }
    return new LakeException(
        ExitCode.BAD_OPTIONS, "'" + shown + "' is not an option: write --name=value");
  }
}
