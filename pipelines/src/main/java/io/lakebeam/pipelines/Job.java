package io.lakebeam.pipelines;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is, apart from its options: what it reads, what it writes, and its steps.
 *
 * @param <OptionsT> its options
 */
final class Job<OptionsT extends LakeOptions> {
  /** Applies the steps to an empty pipeline. */
  interface Definition<OptionsT> {
    void define(Pipeline pipeline, OptionsT options, Run run);
  }

  /** Refuses an input file before any work, naming it and what it lacks. */
  interface InputCheck {
    void check(LakeFile file);
  }

  /** Takes, of the files that are there, those that the options ask for. */
  interface InputChoice<OptionsT> {
    List<LakeFile> choose(OptionsT options, List<LakeFile> files);
  }

  private final @Nullable String inputPlace;
  private final InputChoice<OptionsT> inputChoice;
  private final InputCheck inputCheck;
  private final Function<OptionsT, Table<?>> table;
  private final Definition<OptionsT> definition;

  private Job(
      @Nullable String inputPlace,
      InputChoice<OptionsT> inputChoice,
      InputCheck inputCheck,
      Function<OptionsT, Table<?>> table,
      Definition<OptionsT> definition) {
    this.inputPlace = inputPlace;
    this.inputChoice = inputChoice;
    this.inputCheck = inputCheck;
    this.table = table;
    this.definition = definition;
  }

  /**
   * A job that reads files.
   *
   * @param inputPlace where they are under the lake, unless the user says otherwise
   */
  static <OptionsT extends LakeOptions> Job<OptionsT> reading(
      String inputPlace, InputCheck inputCheck, Table<?> table, Definition<OptionsT> definition) {
    return new Job<>(
        inputPlace, (options, files) -> files, inputCheck, options -> table, definition);
  }

  /** The same job on some of the files. */
  Job<OptionsT> choosing(InputChoice<OptionsT> choice) {
    return new Job<>(inputPlace, choice, inputCheck, table, definition);
  }

  /** A job that reads nothing. */
  static <OptionsT extends LakeOptions> Job<OptionsT> writing(
      Table<?> table, Definition<OptionsT> definition) {
    return writing(options -> table, definition);
  }

  /** A job that reads nothing and whose options say what it writes. */
  static <OptionsT extends LakeOptions> Job<OptionsT> writing(
      Function<OptionsT, Table<?>> table, Definition<OptionsT> definition) {
    return new Job<>(null, (options, files) -> files, file -> {}, table, definition);
  }

  @Nullable String inputPlace() {
    return inputPlace;
  }

  InputCheck inputCheck() {
    return inputCheck;
  }

  InputChoice<OptionsT> inputChoice() {
    return inputChoice;
  }

  Table<?> table(OptionsT options) {
    return table.apply(options);
  }

  Definition<OptionsT> definition() {
    return definition;
  }
}
