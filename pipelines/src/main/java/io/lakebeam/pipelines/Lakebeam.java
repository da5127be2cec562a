package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** The command line: runs the pipeline that the first argument names. */
public final class Lakebeam {
  private Lakebeam() {}

  /**
   * Returns after success: to exit with 0 would make the application fail on YARN, which takes an
   * early exit for a crash. Otherwise exits with the code of {@link ExitCode}.
   */
  public static void main(String[] args) {
    int code = run(args, System.out, System.err);
    if (code != ExitCode.DONE.code()) {
      System.exit(code);
    }
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    return run(Commands.all(), Arrays.asList(args), out, err).code();
  }

  /** Results go to {@code out}; what went wrong, one line, to {@code err}. */
  static ExitCode run(Commands commands, List<String> args, PrintStream out, PrintStream err) {
    boolean verbose = args.contains("--verbose") || args.contains("--verbose=true");
    Logs.show(verbose);
    try {
      return dispatch(commands, args, out, err);
    } catch (Throwable failure) {
      Failures.Exit exit = Failures.exitOf(failure);
      err.println("lakebeam: " + exit.message());
      if (verbose) {
        failure.printStackTrace(err);
      }
      return exit.code();
    }
  }

  private static ExitCode dispatch(
      Commands commands, List<String> args, PrintStream out, PrintStream err) {
    if (args.isEmpty()) {
      out.print(Overview.of(commands));
      return ExitCode.BAD_OPTIONS;
    }
    String name = args.get(0);
    if (asksForHelp(name)) {
      out.print(Overview.of(commands));
      return ExitCode.DONE;
    }
    if (name.startsWith("-")) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS, "name a pipeline first: lakebeam <pipeline> [--name=value ...]");
    }
    Commands.Entry entry = commands.named(name);
    List<String> rest = args.subList(1, args.size());
    if (rest.stream().anyMatch(Lakebeam::asksForHelp)) {
      out.print(Help.of(entry, CommandLine.runner(rest)));
      return ExitCode.DONE;
    }
    return run(entry.name(), entry.command(), rest, out, err);
  }

  private static boolean asksForHelp(String arg) {
    return arg.equals("--help") || arg.equals("-h");
  }

  /** Runs one pipeline; its failures are thrown. */
  static <OptionsT extends PipelineOptions> ExitCode run(
      String pipeline,
      Command<OptionsT> command,
      List<String> args,
      PrintStream out,
      PrintStream err) {
    CommandLine<OptionsT> line = CommandLine.parse(pipeline, command.optionsType(), args);
    return command.run(new Invocation<>(pipeline, line.options(), args, line.masked(), out, err));
  }
}
