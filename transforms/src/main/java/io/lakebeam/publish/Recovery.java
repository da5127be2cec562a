package io.lakebeam.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.lake.ClosedDirectories;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/**
 * Clears what dead runs left on a table. Only for the holder of the table's lock: then no staging
 * on it is of a living run.
 */
public final class Recovery {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARK = "_run.json";

  private Recovery() {}

  /**
   * Rolls forward every run that died while it was publishing, and deletes what others staged.
   *
   * @return what was done, one line each
   */
  public static List<String> recover(Run run, Clock clock) throws IOException {
    List<String> done = new ArrayList<>();
    for (String runId : runsOn(run.stagings())) {
      String staging = run.stagings() + runId + "/";
      if (isToBePublished(staging)) {
        Journal.read(staging).completeAgain(clock);
        done.add("rolled forward run " + runId + ", which ended while it was publishing");
      } else {
        LakeFiles.deleteTree(rejectStaging(run, runId, staging));
        LakeFiles.deleteTree(staging);
        done.add("removed what run " + runId + " had staged; it never published");
      }
    }
    // A run that died in its last step can leave a directory without a file.
    LakeFiles.deleteTree(run.stagings());
    return done;
  }

  /**
   * Whether there is a journal, and not one that a store stored only after its run had been given
   * up, and all of its files deleted.
   */
  private static boolean isToBePublished(String staging) throws IOException {
    return LakeFiles.exists(Journal.path(staging))
        && (LakeFiles.exists(staging + MARK) || !Journal.read(staging).isOfNothing());
  }

  /** Of a run that was given up, and so has no mark any more, where runs like this one have it. */
  private static String rejectStaging(Run run, String runId, String staging) throws IOException {
    return LakeFiles.exists(staging + MARK)
        ? JSON.readTree(LakeFiles.read(staging + MARK)).get("rejects").textValue()
        : run.rejectStagings() + runId + "/";
  }

  /** Marks a staging as begun, with all that a later run needs to clear it away. */
  public static void begin(Run run) throws IOException {
    ClosedDirectories.open(run.staging());
    ClosedDirectories.open(run.rejectStaging());
    LakeFiles.write(
        run.staging() + MARK,
        JSON.createObjectNode().put("rejects", run.rejectStaging()).toString());
  }

  /**
   * Asks for a run's staging to be still there: a run that took the table over has removed it.
   *
   * @throws LakeException {@link ExitCode#TABLE_TAKEN}
   */
  static void checkBegun(Run run) {
    if (!LakeFiles.exists(run.staging() + MARK)) {
      throw new LakeException(
          ExitCode.TABLE_TAKEN,
          "another run took over " + run.output() + " from " + run.runId() + "; nothing published");
    }
  }

  /**
   * Gives a run up: it will publish nothing, and no worker of this process stages anything more.
   *
   * @return false if it has begun to publish: then that is to be completed
   */
  static boolean giveUp(Run run) {
    ClosedDirectories.close(run.staging());
    ClosedDirectories.close(run.rejectStaging());
    LakeFiles.delete(List.of(run.staging() + MARK));
    return !LakeFiles.exists(Journal.path(run.staging()));
  }

  /** Removes what a failed run staged. */
  public static void abandon(Run run) throws IOException {
    LakeFiles.deleteTree(run.rejectStaging());
    LakeFiles.deleteTree(run.staging());
    tidy(run);
  }

  /** Removes the directories that hold stagings, if they are empty. */
  public static void tidy(Run run) throws IOException {
    LakeFiles.deleteIfEmpty(run.rejectStagings());
    LakeFiles.deleteIfEmpty(run.stagings());
  }

  private static Set<String> runsOn(String stagings) {
    Set<String> runIds = new TreeSet<>();
    for (Metadata file : LakeFiles.listAll(stagings)) {
      String below = LakePaths.of(file).substring(stagings.length());
      if (below.contains("/")) {
        runIds.add(below.substring(0, below.indexOf('/')));
      }
    }
    return runIds;
  }
}
