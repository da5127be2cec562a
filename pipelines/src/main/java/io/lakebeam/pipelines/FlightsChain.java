package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pipelines.Arguments.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All that happens to flights every two hours, one step after the other; the first that fails ends
 * it with its own exit code. Each step has a run of its own, and a report.
 */
final class FlightsChain {
  private static final List<String> STEPS =
      List.of("flights-extract", "flights-indicators", "flights-report", "flights-purge");

  /** What means something else to each step. */
  private static final Set<String> OF_ONE_STEP = Set.of("input", "output");

  private final Invocation<FlightsOptions> invocation;

  private FlightsChain(Invocation<FlightsOptions> invocation) {
    this.invocation = invocation;
  }

  static ExitCode run(Invocation<FlightsOptions> invocation) {
    for (String option : OF_ONE_STEP) {
      if (invocation.given().containsKey(option)) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS,
            "--" + option + " is not for the whole chain: run its steps one by one");
      }
    }
    FlightsChain chain = new FlightsChain(invocation);
    for (String step : STEPS) {
      if (invocation.options().getDryRun() && !step.equals(STEPS.get(0))) {
        // It would read what the steps before it have not written.
        invocation.out().println("would run " + step);
        continue;
      }
      ExitCode ended = chain.runStep(step);
      if (ended != ExitCode.DONE) {
        return ended;
      }
    }
    return ExitCode.DONE;
  }

  private ExitCode runStep(String step) {
    Command<?> command = Commands.all().named(step).command();
    List<String> args = new ArrayList<>();
    KnownOptions known =
        KnownOptions.of(command.optionsType(), CommandLine.runner(invocation.args()));
    for (String arg : invocation.args()) {
      Argument argument = Arguments.split(List.of(arg)).get(0);
      boolean ofAnother = step.equals("flights-indicators") && argument.name().equals("format");
      if (known.named(argument.name()).isPresent() && !ofAnother) {
        args.add(arg);
      }
    }
    return Lakebeam.run(step, command, args, invocation.out(), invocation.err());
  }
}
