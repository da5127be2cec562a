package io.lakebeam.publish;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Run;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Publishes staged files that are whole as they are, each under its own name: they replace files of
 * the same names, and whatever else lies beside them stays. They become visible together, by the
 * journal, as the files of a table do.
 */
public final class FilePublication {
  private FilePublication() {}

  /**
   * Moves the files, then writes the run's report.
   *
   * @param tally with the files, in the run's staging, and what the report tells of them
   * @param companions moved with them, and not told of
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} if another run took the place over, and then
   *     nothing is moved
   */
  public static void publish(Run run, Tally tally, List<Companion> companions, Clock clock)
      throws IOException {
    Recovery.checkBegun(run);
    List<StagedFile> files = new ArrayList<>(tally.files());
    for (Companion companion : companions) {
      files.add(companion.stage(run));
    }
    Journal journal =
        Journal.of(
            run,
            Moves.adding(files),
            Moves.adding(List.of()),
            RunReport.done(run, tally, tally.files(), List.of(), Map.of()));
    journal.write(run);
    journal.complete(clock);
  }
}
