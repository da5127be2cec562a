package io.lakebeam.pipelines;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.PipelineOptions;

/** One call of a pipeline: its name, its checked options, and where it prints. */
final class Invocation<OptionsT extends PipelineOptions> {
  private final String pipeline;
  private final OptionsT options;
  private final List<String> args;
  private final Map<String, String> given;
  private final PrintStream out;
  private final PrintStream err;

  Invocation(
      String pipeline,
      OptionsT options,
      List<String> args,
      Map<String, String> given,
      PrintStream out,
      PrintStream err) {
    this.pipeline = pipeline;
    this.options = options;
    this.args = args;
    this.given = given;
    this.out = out;
    this.err = err;
  }

  String pipeline() {
    return pipeline;
  }

  OptionsT options() {
    return options;
  }

  /** What was typed after the pipeline's name; may hold secrets. */
  List<String> args() {
    return args;
  }

  /** What the user set, in the order typed and with secrets masked: fit for the run report. */
  Map<String, String> given() {
    return given;
  }

  /** For results. */
  PrintStream out() {
    return out;
  }

  /** For progress and warnings. */
  PrintStream err() {
    return err;
  }
}
