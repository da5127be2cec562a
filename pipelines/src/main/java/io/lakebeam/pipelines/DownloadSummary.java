package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.pile.download.DownloadRecord;
import io.lakebeam.pile.download.DownloadedFile;
import io.lakebeam.pile.download.Transfer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a download brought, in a few lines, for a person. */
final class DownloadSummary {
  private final Run run;
  private final PrintStream out;

  DownloadSummary(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
  }

  void printDone(DownloadRecord fetched, Transfer transfer, Instant endedAt) {
    double seconds = Duration.between(run.startedAt(), endedAt).toMillis() / 1e3;
    out.printf(Locale.ROOT, "%s %s: done in %.1f s%n", run.pipeline(), run.runId(), seconds);
    long requests = transfer.requests();
    print(
        "received",
        transfer.received(),
        "in " + requests + " request" + (requests == 1 ? "" : "s"));
    if (transfer.resumed() > 0) {
      print("resumed", transfer.resumed(), "from an earlier run");
    }
    printFiles(fetched);
    fetched.hidden().forEach(name -> out.println("  left out  " + name + ", a hidden name"));
    out.println("  report    " + run.report());
  }

  void printComplete(DownloadRecord complete) {
    out.printf("%s %s: all of it is there, nothing to do%n", run.pipeline(), run.runId());
    printFiles(complete);
    out.println("  report    " + run.report());
  }

  private void printFiles(DownloadRecord record) {
    for (DownloadedFile file : record.files()) {
      print("file", file.bytes(), run.output() + file.name());
    }
  }

  private void print(String what, long bytes, String more) {
    out.printf(Locale.ROOT, "  %-8s  %,15d bytes  %s%n", what, bytes, more);
  }
}
