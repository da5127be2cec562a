package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.pile.CleanDocuments;
import io.lakebeam.pile.Document;
import io.lakebeam.pile.Rules;
import io.lakebeam.publish.Publish;
import io.lakebeam.read.FileRanges;
import java.time.Clock;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/** Cleans the texts of the Pile and partitions them by the set that they belong to. */
final class PileClean {
  static final Job<PileCleanOptions> JOB =
      Job.reading("raw/pile", file -> {}, Document.TABLE, PileClean::define);

  private static final List<String> DROPPED_BY_DEFAULT = List.of("copyright");

  private PileClean() {}

  private static void define(Pipeline pipeline, PileCleanOptions options, Run run) {
    Table<Document> table = Document.TABLE.compressed(options.getCodec());
    pipeline
        .apply("Files", FileRanges.of(run.inputs()))
        .apply("Clean", CleanDocuments.into(run, table, rules(options), options.getMaxLineBytes()))
        .apply("Publish", Publish.of(run, table, Clock.systemUTC()));
  }

  private static Rules rules(PileCleanOptions options) {
    @Nullable List<String> phrases = options.getDropContaining();
    return Rules.of(
        options.getMinLength(),
        phrases == null ? DROPPED_BY_DEFAULT : phrases,
        options.getIgnoreCase());
  }
}
