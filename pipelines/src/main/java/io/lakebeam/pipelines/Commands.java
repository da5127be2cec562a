package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The pipelines by name. Options and bodies stay behind suppliers, so that listing names loads no
 * class of Beam.
 */
final class Commands {
  private final List<Entry> entries;

  private Commands(List<Entry> entries) {
    this.entries = entries;
  }

  static Commands of(Entry... entries) {
    return new Commands(List.of(entries));
  }

  /** Every pipeline of this build, in the order of the overview. */
  static Commands all() {
    return of(
        entry(
            "trades-ingest",
            "Lands exchange CSV files as the bronze trades table.",
            () -> Launcher.command(TradesIngestOptions.class, TradesIngest.JOB)),
        entry(
            "trades-average",
            "Averages price and volume per financial product.",
            () -> Launcher.command(TradesAverageOptions.class, TradesAverage.JOB)),
        entry(
            "trades-top",
            "Ranks the financial products with the highest traded volume.",
            () -> Launcher.command(TradesTopOptions.class, TradesTop.JOB)),
        entry(
            "trades-anomalies",
            "Flags trades whose price is abnormal for their product.",
            () -> Launcher.command(TradesAnomaliesOptions.class, TradesAnomalies.JOB)),
        entry(
            "events-training",
            "Builds the training base of a range of shop events.",
            () -> Launcher.command(EventsTrainingOptions.class, EventsTraining.JOB)),
        entry(
            "flights-extract",
            "Fetches the flights in the air and keeps them raw, by slot of two hours.",
            () -> Launcher.command(FlightsExtractOptions.class, FlightsExtract.JOB)),
        entry(
            "flights-indicators",
            "Computes the indicators of a slot of flights.",
            () -> Launcher.command(FlightsIndicatorsOptions.class, FlightsIndicators.JOB)),
        entry(
            "flights-report",
            "Shows the indicators of a slot as tables or as a page.",
            () -> Command.of(FlightsReportOptions.class, FlightsReport::run)),
        entry(
            "flights-purge",
            "Deletes raw flights of older days.",
            () -> Command.of(FlightsPurgeOptions.class, FlightsPurge::run)),
        entry(
            "flights",
            "Fetches flights, computes and shows their indicators, deletes old ones.",
            () -> Command.of(FlightsOptions.class, FlightsChain::run)),
        entry(
            "pile-download",
            "Downloads a data set of Kaggle, or one file of it, into the lake.",
            () -> Command.of(PileDownloadOptions.class, PileDownload::run)),
        entry(
            "pile-clean",
            "Cleans the texts of the Pile and partitions them by their set.",
            () -> Launcher.command(PileCleanOptions.class, PileClean.JOB)),
        entry(
            "demo",
            "Generates sample data, runs the pipelines on it and shows what they wrote.",
            () -> Command.of(DemoOptions.class, Demo::run)),
        entry(
            "generate",
            "Writes deterministic sample input under the lake.",
            () -> Launcher.command(GenerateOptions.class, Generate.JOB)));
  }

  static Entry entry(String name, String description, Supplier<Command<?>> command) {
    return new Entry(name, description, command);
  }

  List<Entry> entries() {
    return entries;
  }

  /** The pipeline of that name; else an error that names the nearest. */
  Entry named(String name) {
    List<String> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.name().equals(name)) {
        return entry;
      }
      names.add(entry.name());
    }
    throw new LakeException(
        ExitCode.BAD_OPTIONS,
        "no pipeline is named "
            + Secrets.maskedText(name)
            + "; "
            + Nearest.to(name, names)
                .map(near -> "did you mean " + near + "?")
                .orElse("--help lists them all"));
  }

  /** A pipeline as the overview shows it. */
  static final class Entry {
    private final String name;
    private final String description;
    private final Supplier<Command<?>> command;

    private Entry(String name, String description, Supplier<Command<?>> command) {
      this.name = name;
      this.description = description;
      this.command = command;
    }

    String name() {
      return name;
    }

    /** One sentence. */
    String description() {
      return description;
    }

    Command<?> command() {
      return command.get();
    }
  }
}
