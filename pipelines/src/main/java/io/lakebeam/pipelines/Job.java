package io.lakebeam.pipelines;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
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

  /** Says what the options name as input, and refuses options that do not go together. */
  interface InputChoice<OptionsT> {
    /** As {@code --input} would say it; null for the job's own place. */
    @Nullable String input(OptionsT options);
  }

  /** Says which table the options ask for. */
  interface TableChoice<OptionsT> {
    Table<?> table(OptionsT options);
  }

  /** Refuses an input file before any work, naming it and what it lacks. */
  interface InputCheck {
    void check(LakeFile file);
  }

  /** Takes, of the files that are there, those that the options ask for. */
  interface FileChoice<OptionsT> {
    List<LakeFile> choose(OptionsT options, List<LakeFile> files);
  }

  /** Tells more of a run than its summary does, once it is published. */
  interface Epilogue<OptionsT> {
    void tell(OptionsT options, Run run, PrintStream out) throws IOException;
  }

  private final @Nullable String inputPlace;
  private final InputCheck inputCheck;
  private final TableChoice<OptionsT> tableChoice;
  private final Definition<OptionsT> definition;
  private final InputChoice<OptionsT> inputChoice;
  private final FileChoice<OptionsT> fileChoice;
  private final Epilogue<OptionsT> epilogue;

  private Job(
      @Nullable String inputPlace,
      InputCheck inputCheck,
      TableChoice<OptionsT> tableChoice,
      Definition<OptionsT> definition,
      InputChoice<OptionsT> inputChoice,
      FileChoice<OptionsT> fileChoice,
      Epilogue<OptionsT> epilogue) {
    this.inputPlace = inputPlace;
    this.inputCheck = inputCheck;
    this.tableChoice = tableChoice;
    this.definition = definition;
    this.inputChoice = inputChoice;
    this.fileChoice = fileChoice;
    this.epilogue = epilogue;
  }

  /**
   * A job that reads files.
   *
   * @param inputPlace where they are under the lake, unless the user says otherwise
   */
  static <OptionsT extends LakeOptions> Job<OptionsT> reading(
      String inputPlace, InputCheck inputCheck, Table<?> table, Definition<OptionsT> definition) {
    return new Job<>(
        inputPlace,
        inputCheck,
        options -> table,
        definition,
        LakeOptions::getInput,
        (options, files) -> files,
        (options, run, out) -> {});
  }

  /** A job that reads nothing. */
  static <OptionsT extends LakeOptions> Job<OptionsT> writing(
      TableChoice<OptionsT> tableChoice, Definition<OptionsT> definition) {
    return new Job<>(
        null,
        file -> {},
        tableChoice,
        definition,
        LakeOptions::getInput,
        (options, files) -> files,
        (options, run, out) -> {});
  }

  /** The same job with its own reading of {@code --input}. */
  Job<OptionsT> withInput(InputChoice<OptionsT> choice) {
    return new Job<>(inputPlace, inputCheck, tableChoice, definition, choice, fileChoice, epilogue);
  }

  /** The same job on some of the files. */
  Job<OptionsT> choosing(FileChoice<OptionsT> choice) {
    return new Job<>(
        inputPlace, inputCheck, tableChoice, definition, inputChoice, choice, epilogue);
  }

  /** The same job with more to tell in the end. */
  Job<OptionsT> telling(Epilogue<OptionsT> more) {
    return new Job<>(
        inputPlace, inputCheck, tableChoice, definition, inputChoice, fileChoice, more);
  }

  @Nullable String inputPlace() {
    return inputPlace;
  }

  InputChoice<OptionsT> inputChoice() {
    return inputChoice;
  }

  FileChoice<OptionsT> fileChoice() {
    return fileChoice;
  }

  InputCheck inputCheck() {
    return inputCheck;
  }

  Table<?> table(OptionsT options) {
    return tableChoice.table(options);
  }

  Epilogue<OptionsT> epilogue() {
    return epilogue;
  }

  Definition<OptionsT> definition() {
    return definition;
  }
}
