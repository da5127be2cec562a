package io.lakebeam.pipelines;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An option as the help and the docs list it. */
final class ListedOption {
  private static final ListedOption RUNNER =
      new ListedOption(
          "--runner",
          Runner.DIRECT.typed(),
          "What runs the pipeline: DirectRunner (this process), SparkRunner (this machine, or a"
              + " cluster by spark-submit) or DataflowRunner.");

  private final String name;
  private final String otherwise;
  private final String description;

  ListedOption(String name, String otherwise, String description) {
    this.name = name;
    this.otherwise = otherwise;
    this.description = description;
  }

  /** With its dashes. */
  String name() {
    return name;
  }

  /** The default, as typed or in words. */
  String otherwise() {
    return otherwise;
  }

  String description() {
    return description;
  }

  /** The options that every pipeline has; Beam declares {@code --runner}, listed among them. */
  static List<ListedOption> shared() {
    List<ListedOption> shared = new ArrayList<>();
    for (OptionSpec option : KnownOptions.shared()) {
      if (option.name().equals("dryRun")) {
        shared.add(RUNNER);
      }
      shared.add(of(option));
    }
    return shared;
  }

  /** The shared options that a pipeline does not describe among its own. */
  static List<ListedOption> sharedBeside(List<ListedOption> own) {
    Set<String> names = own.stream().map(ListedOption::name).collect(Collectors.toSet());
    return shared().stream()
        .filter(option -> !names.contains(option.name()))
        .collect(Collectors.toList());
  }

  static List<ListedOption> own(Command<?> command) {
    List<ListedOption> own = new ArrayList<>();
    KnownOptions.own(command.optionsType()).forEach(option -> own.add(of(option)));
    return own;
  }

  private static ListedOption of(OptionSpec option) {
    return new ListedOption("--" + option.name(), option.otherwise(), option.description());
  }

  /** Those options of a runner that are worth knowing. */
  static List<ListedOption> of(Runner runner) {
    switch (runner) {
      case DIRECT:
        return List.of(
            new ListedOption(
                "--targetParallelism", "the number of cores", "How many threads to run on."));
      case SPARK:
        return List.of(
            new ListedOption(
                "--sparkMaster",
                "what spark-submit was given, else local on all cores",
                "The Spark master, such as local[2] or spark://host:7077."),
            new ListedOption(
                "--bundleSize",
                "0: one piece of a source for each core",
                "Bytes of a source that one Spark task reads."));
      case DATAFLOW:
        return List.of(
            new ListedOption("--project", "the environment's", "The Google Cloud project."),
            new ListedOption("--region", "the environment's", "The region to run in."),
            new ListedOption(
                "--stagingLocation", "below --tempLocation", "Where the jars go: gs://..."),
            new ListedOption("--tempLocation", "none", "Where temporary files go: gs://..."));
    }
    throw new IllegalArgumentException("no options of " + runner);
  }

  /** Those options of the file systems that are worth knowing. */
  static List<ListedOption> fileSystems() {
    return List.of(
        new ListedOption("--awsRegion", "the environment's", "The region of s3:// buckets."),
        new ListedOption(
            "--endpoint",
            "AWS",
            "Another S3 endpoint, such as http://127.0.0.1:9000; an IP address gives path-style"
                + " addressing."),
        new ListedOption(
            "--s3UploadBufferSizeBytes", "8388608", "Buffer of each file written to s3://."),
        new ListedOption("--gcsEndpoint", "Google Cloud", "Another endpoint for gs://."),
        new ListedOption(
            "--gcsUploadBufferSizeBytes", "8388608", "Buffer of each file written to gs://."),
        new ListedOption(
            "--hdfsConfiguration",
            "HADOOP_CONF_DIR's files",
            "Hadoop's configuration for hdfs://, as a JSON list of maps."));
  }
}
