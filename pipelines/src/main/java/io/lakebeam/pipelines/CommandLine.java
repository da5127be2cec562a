package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.RunId;
import io.lakebeam.pipelines.Arguments.Argument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Turns the arguments after a pipeline's name into checked options, before any work. Whatever is
 * wrong ends with exit code 2 and one line that says what is allowed.
 */
final class CommandLine<OptionsT extends PipelineOptions> {
  private static final Set<String> PLACES = Set.of("lake", "input", "output");

  private final String pipeline;
  private final Class<OptionsT> optionsType;
  private final Runner runner;
  private final KnownOptions known;

  /** What the user typed, and the same as Beam reads it. */
  private final Map<String, String> given = new LinkedHashMap<>();

  private final List<String> normal = new ArrayList<>();

  private CommandLine(String pipeline, Class<OptionsT> optionsType, Runner runner) {
    this.pipeline = pipeline;
    this.optionsType = optionsType;
    this.runner = runner;
    this.known = KnownOptions.of(optionsType, runner);
  }

  static <OptionsT extends PipelineOptions> CommandLine<OptionsT> parse(
      String pipeline, Class<OptionsT> optionsType, List<String> args) {
    List<Argument> split = Arguments.split(args);
    CommandLine<OptionsT> line = new CommandLine<>(pipeline, optionsType, runner(args));
    split.forEach(line::take);
    line.checkWhole();
    return line;
  }

  /** The runner that the arguments choose; the first one where there are several. */
  static Runner runner(List<String> args) {
    String option = "--runner=";
    return args.stream()
        .filter(arg -> arg.startsWith(option) && arg.length() > option.length())
        .findFirst()
        .map(arg -> Runner.named(arg.substring(option.length())))
        .orElse(Runner.DIRECT);
  }

  /** What the user set, in the order typed, with secrets masked. */
  Map<String, String> masked() {
    Map<String, String> masked = new LinkedHashMap<>();
    given.forEach((name, value) -> masked.put(name, Secrets.masked(name, value)));
    return Collections.unmodifiableMap(masked);
  }

  /** The options, with the runner's defaults for this machine where the user set nothing. */
  OptionsT options() {
    OptionsT options;
    try {
      options = PipelineOptionsFactory.fromArgs(normal.toArray(new String[0])).as(optionsType);
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    RunnerDefaults.apply(runner, pipeline, options, given.keySet());
    return options;
  }

  private void take(Argument arg) {
    OptionSpec option = known.named(arg.name()).orElseThrow(() -> unknown(arg.name()));
    String name = option.name();
    if (!arg.hasValue() && !option.flag()) {
      throw bad("--" + name + " needs a value: write --" + name + "=value");
    }
    if (arg.hasValue() && arg.value().isBlank()) {
      throw bad("--" + name + "= has no value: give it one or leave the option out");
    }
    if (given.containsKey(name) && !option.list()) {
      throw bad("--" + name + " is given twice: give it once");
    }
    String value = arg.hasValue() ? arg.value() : "true";
    given.merge(name, value, (before, added) -> before + "," + added);
    normal.add("--" + name + "=" + normal(option, value));
  }

  /** The value as Beam reads it. */
  private String normal(OptionSpec option, String value) {
    if (option.name().equals("runner")) {
      return runner.typed();
    }
    return PLACES.contains(option.name())
        ? HomeDirectory.inFull("--" + option.name(), value)
        : option.checked(value);
  }

  private LakeException unknown(String name) {
    for (Runner other : Runner.values()) {
      if (other != runner
          && other.available()
          && KnownOptions.of(optionsType, other).named(name).isPresent()) {
        return bad(
            "--" + name + " is an option of " + other.typed() + ", not of " + runner.typed());
      }
    }
    Optional<String> near = Nearest.to(name, known.names());
    return bad(
        pipeline
            + " has no option --"
            + name
            + "; "
            + near.map(option -> "did you mean --" + option + "?")
                .orElse("'" + pipeline + " --help' lists them all"));
  }

  private void checkWhole() {
    for (OptionSpec option : KnownOptions.own(optionsType)) {
      if (option.required() && !given.containsKey(option.name())) {
        throw bad(
            pipeline
                + " needs --"
                + option.name()
                + "="
                + (option.choices().isEmpty() ? "..." : String.join("|", option.choices())));
      }
    }
    String runId = given.get("runId");
    if (runId != null) {
      RunId.checked(runId);
    }
  }

  /** Finds the value that Beam refuses; its own message is left out, since it may hold a secret. */
  private LakeException unreadable() {
    for (String arg : normal) {
      try {
        PipelineOptionsFactory.fromArgs(arg).as(optionsType);
      } catch (IllegalArgumentException e) {
        String name = arg.substring(2, arg.indexOf('='));
        String value = arg.substring(arg.indexOf('=') + 1);
        return known
            .named(name)
            .map(option -> option.refused(value, option.form()))
            .orElseThrow(() -> e);
      }
    }
    return bad("these options do not go together: " + String.join(", ", given.keySet()));
  }

  private static LakeException bad(String message) {
    return new LakeException(ExitCode.BAD_OPTIONS, message);
  }
}
