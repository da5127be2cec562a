package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.pile.CleanDocuments;
import io.lakebeam.pile.Document;
import io.lakebeam.pile.InspectDocuments;
import io.lakebeam.pile.Quality;
import io.lakebeam.pile.Rules;
import io.lakebeam.pile.TextEdits;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.FileRanges;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/** Cleans the texts of the Pile and partitions them by the set that they belong to. */
final class PileClean {
  static final Job<PileCleanOptions> JOB =
      Job.<PileCleanOptions>reading("raw/pile", file -> {}, Document.TABLE, PileClean::define)
          .withInput(PileClean::input)
          .telling(PileClean::tell);

  private static final List<String> DROPPED_BY_DEFAULT = List.of("copyright");

  private PileClean() {}

  private static @Nullable String input(PileCleanOptions options) {
    for (String phrase : phrases(options)) {
      if (phrase.isBlank()) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS, "--dropContaining has a blank phrase, which every text contains");
      }
    }
    String output = options.getOutput();
    refuseNamesThatCannotBe(output == null ? Lake.at(options.getLake()).root() : output);
    return options.getInput();
  }

  /** A set's name becomes a directory's, and none of them is known before the work. */
  private static void refuseNamesThatCannotBe(String place) {
    if (LakePaths.isLocal(place) && !FileNames.takeUnicode()) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "names of sets become directories, and this locale has no UTF-8 names of files: set"
              + " LC_ALL=C.UTF-8 and run again");
    }
  }

  private static void define(Pipeline pipeline, PileCleanOptions options, Run run) {
    Quality quality = options.getQuality();
    Table<Document> table = Document.table(quality).compressed(options.getCodec());
    Rules rules = Rules.of(options.getMinLength(), phrases(options), options.getIgnoreCase());
    pipeline
        .apply("Files", FileRanges.of(run.inputs()))
        .apply(
            "Clean",
            CleanDocuments.into(run, table, rules.and(quality))
                .edits(TextEdits.of(options.getNormalize(), options.getMaskPii()))
                .deduplication(options.getDeduplicate())
                .maxLineBytes(options.getMaxLineBytes())
                .build())
        .apply("Publish", Publish.of(run, table, Clock.systemUTC()).after(new InspectDocuments()));
  }

  /** Spelled as the texts are when they are searched. */
  private static List<String> phrases(PileCleanOptions options) {
    @Nullable List<String> phrases = options.getDropContaining();
    return (phrases == null ? DROPPED_BY_DEFAULT : phrases)
        .stream().map(options.getNormalize()::of).collect(Collectors.toList());
  }

  private static void tell(PileCleanOptions options, Run run, PrintStream out) throws IOException {
    if (options.getSummary()) {
      out.println();
      out.print(PileSummary.of(run));
    }
  }
}
