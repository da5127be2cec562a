package io.lakebeam.pipelines;

import io.lakebeam.events.BuildTrainingBase;
import io.lakebeam.events.EventCsv;
import io.lakebeam.events.InspectTrainingBase;
import io.lakebeam.events.Split;
import io.lakebeam.events.TimeRange;
import io.lakebeam.events.TrainingBase;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.CsvHeader;
import io.lakebeam.read.FileRanges;
import io.lakebeam.read.MonthlyFiles;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/** Builds the training base of a range of shop events. */
final class EventsTraining {
  static final Job<EventsTrainingOptions> JOB =
      Job.<EventsTrainingOptions>reading(
              "landing/events",
              file -> CsvHeader.read(file, EventCsv.FORMAT),
              TrainingBase.TABLE,
              EventsTraining::define)
          .withInput(EventsTraining::input);

  private EventsTraining() {}

  /** Months in a template stand for those of the range. */
  private static @Nullable String input(EventsTrainingOptions options) {
    TimeRange range = range(options);
    Split.parse(options.getSplit());
    refuseShardsOfASize(options);
    String input = options.getInput();
    return input == null ? null : MonthlyFiles.expand(input, range.firstMonth(), range.lastMonth());
  }

  private static void refuseShardsOfASize(EventsTrainingOptions options) {
    if (options.getShards() > 0 && options.getTargetFileSize() != null) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--shards and --targetFileSize do not go together: one says how many files there are, the"
              + " other how big they become");
    }
  }

  private static TimeRange range(EventsTrainingOptions options) {
    return TimeRange.parse(options.getStart(), options.getEnd());
  }

  private static void define(Pipeline pipeline, EventsTrainingOptions options, Run run) {
    TimeRange range = range(options);
    @Nullable Split split = Split.parse(options.getSplit());
    BuildTrainingBase base =
        BuildTrainingBase.of(run, range)
            .asOf(options.getAsOf())
            .split(split)
            .deduplicate(options.getDeduplicate())
            .format(options.getFormat())
            .shards(options.getShards())
            .build();
    FileRanges files = FileRanges.of(run.inputs());
    pipeline
        .apply("Files", options.getSplitFiles() ? files : files.unsplit())
        .apply("Build", base)
        .apply(
            "Publish",
            Publish.of(run, base.table(), Clock.systemUTC())
                .after(InspectTrainingBase.of(range, split)));
  }
}
