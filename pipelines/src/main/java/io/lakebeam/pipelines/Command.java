package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import org.apache.beam.sdk.options.PipelineOptions;

/** What a pipeline is made of once it has been chosen: its options and what runs it. */
final class Command<OptionsT extends PipelineOptions> {
  private final Class<OptionsT> optionsType;
  private final Body<OptionsT> body;

  private Command(Class<OptionsT> optionsType, Body<OptionsT> body) {
    this.optionsType = optionsType;
    this.body = body;
  }

  static <OptionsT extends PipelineOptions> Command<OptionsT> of(
      Class<OptionsT> optionsType, Body<OptionsT> body) {
    return new Command<>(optionsType, body);
  }

  Class<OptionsT> optionsType() {
    return optionsType;
  }

  ExitCode run(Invocation<OptionsT> invocation) {
    return body.run(invocation);
  }

  /** Runs a pipeline on checked options; throws a LakeException where it fails clearly. */
  interface Body<OptionsT extends PipelineOptions> {
    ExitCode run(Invocation<OptionsT> invocation);
  }
}
