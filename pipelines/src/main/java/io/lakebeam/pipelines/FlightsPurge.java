package io.lakebeam.pipelines;

import io.lakebeam.flights.PurgeFlights;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.RunReport;
import io.lakebeam.publish.TableLock;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;

/** Deletes raw flights of older days. */
final class FlightsPurge {
  private static final Clock CLOCK = Clock.systemUTC();

  private FlightsPurge() {}

  static ExitCode run(Invocation<FlightsPurgeOptions> invocation) {
    FlightsPurgeOptions options = invocation.options();
    FileSystems.setDefaultPipelineOptions(options);
    Run.Builder begun = Runs.begin(invocation, RawFlights.PLACE, CLOCK);
    Run run = begun.build();
    LocalDate today = LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC);
    PurgeFlights purge = PurgeFlights.of(run.output(), today, options.getKeepDays());
    Runs.carryOut(
        invocation,
        begun,
        "run again, and the other days go",
        CLOCK,
        interruption -> {
          if (Runs.isPublished(run, invocation.out())) {
            return;
          }
          if (options.getDryRun()) {
            purge.old().forEach(day -> invocation.out().println("would delete " + told(day)));
          } else {
            delete(run, purge, invocation, interruption);
          }
        });
    return ExitCode.DONE;
  }

  private static void delete(
      Run run, PurgeFlights purge, Invocation<?> invocation, Interruption interruption)
      throws IOException {
    Tally tally = new Tally();
    List<String> old = purge.old();
    if (!old.isEmpty()) {
      try (TableLock held = TableLock.acquire(run.output(), run.runId(), CLOCK)) {
        interruption.holds(held);
        for (String day : old) {
          String told = told(day);
          PurgeFlights.delete(day);
          tally.addNote("deleted", Map.of("path", day));
          invocation.out().println("deleted " + told);
        }
      }
    }
    RunReport.writeDone(run, tally, CLOCK);
    invocation
        .out()
        .printf(
            "%s %s: done, %d days deleted%n  report    %s%n",
            run.pipeline(), run.runId(), old.size(), run.report());
  }

  private static String told(String day) {
    List<LakeFile> files = LakeFiles.listTree(day);
    return String.format(
        Locale.ROOT, "%s  %,d files, %,d bytes", day, files.size(), LakeFile.totalBytes(files));
  }
}
