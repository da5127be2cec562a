package io.lakebeam.pipelines;

import io.lakebeam.http.BaseUrl;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.pile.download.Download;
import io.lakebeam.pile.download.DownloadLimits;
import io.lakebeam.pile.download.DownloadRecord;
import io.lakebeam.pile.download.KaggleFile;
import io.lakebeam.pile.download.Remote;
import io.lakebeam.pile.download.Transfer;
import io.lakebeam.publish.RunReport;
import io.lakebeam.publish.TableSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Paths;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;

/** Downloads a data set of Kaggle, or one file of it, into the lake. */
final class PileDownload {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String PLACE = "raw/pile";

  private final Map<String, String> environment;
  private final DownloadLimits limits;

  PileDownload(Map<String, String> environment, DownloadLimits limits) {
    this.environment = environment;
    this.limits = limits;
  }

  static ExitCode run(Invocation<PileDownloadOptions> invocation) {
    return new PileDownload(System.getenv(), DownloadLimits.USUAL).download(invocation);
  }

  ExitCode download(Invocation<PileDownloadOptions> invocation) {
    PileDownloadOptions options = invocation.options();
    FileSystems.setDefaultPipelineOptions(options);
    if (options.getInput() != null) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS, "pile-download reads no file of the lake: leave out --input");
    }
    KaggleFile file = KaggleFile.of(options.getDataset(), options.getFile());
    String base = BaseUrl.checked("kaggleUrl", options.getKaggleUrl());
    Run.Builder begun = Runs.begin(invocation, PLACE, CLOCK);
    Runs.carryOut(
        invocation,
        begun,
        "run again, and the download goes on where it was",
        CLOCK,
        interruption -> {
          Remote remote = remote(invocation, file, base);
          if (options.getDryRun()) {
            dryRun(remote, begun.build(), invocation.out());
          } else {
            work(remote, begun, invocation, interruption);
          }
        });
    return ExitCode.DONE;
  }

  private Remote remote(Invocation<PileDownloadOptions> invocation, KaggleFile file, String base) {
    KaggleCredentials credentials =
        new KaggleCredentials(
            environment, Paths.get(System.getProperty("user.home")), invocation.err()::println);
    return new Remote(file, base, credentials.find(invocation.options()), limits, CLOCK);
  }

  private static void dryRun(Remote remote, Run run, PrintStream out) throws IOException {
    if (!DryRun.wouldBegin(run, out)) {
      return;
    }
    Download download = new Download(remote, run.output(), new Transfer(), line -> {});
    out.println("dry run of pile-download; nothing is touched");
    if (download.complete().isPresent()) {
      out.println("would leave " + run.output() + " as it is: all of it is there");
    } else {
      long length = download.length();
      out.printf(
          Locale.ROOT,
          "would read %s, %s bytes%n",
          remote.address(),
          length < 0 ? "it does not say how many" : String.format(Locale.ROOT, "%,d", length));
      out.println("would write below " + run.output() + ", and replace files of the same names");
    }
  }

  private static void work(
      Remote remote,
      Run.Builder begun,
      Invocation<PileDownloadOptions> invocation,
      Interruption interruption)
      throws IOException {
    Run run = begun.build();
    try (TableSession session = TableSession.open(run, CLOCK)) {
      interruption.holds(session);
      session.recovered().forEach(line -> invocation.err().println(line));
      if (session.isPublished()) {
        Runs.sayPublished(run, invocation.out());
        return;
      }
      try {
        bring(remote, begun, invocation);
        session.abandon();
      } catch (IOException | RuntimeException | Error e) {
        abandon(session, e);
        throw e;
      }
    }
  }

  private static void abandon(TableSession session, Throwable failure) {
    try {
      session.abandon();
    } catch (IOException | RuntimeException left) {
      failure.addSuppressed(left);
    }
  }

  /** Downloads what is not there yet. */
  private static void bring(
      Remote remote, Run.Builder begun, Invocation<PileDownloadOptions> invocation)
      throws IOException {
    Run run = begun.build();
    DownloadSummary summary = new DownloadSummary(run, invocation.out());
    Transfer transfer = new Transfer();
    DownloadProgress readings = new DownloadProgress(transfer);
    try (Progress progress = Progress.start(() -> readings, invocation.err())) {
      Download download = new Download(remote, run.output(), transfer, progress::say);
      Optional<DownloadRecord> complete = download.complete();
      if (complete.isPresent()) {
        download.tidy();
        RunReport.writeDone(run, download.tally(complete.get()), CLOCK);
        summary.printComplete(complete.get());
        return;
      }
      DownloadRecord fetched = download.fetch(run);
      LakeFile input = LakeFile.of(remote.address(), Math.max(0, transfer.length()));
      download.publish(begun.inputs(List.of(input)).build(), fetched, CLOCK);
      progress.close();
      summary.printDone(fetched, transfer, CLOCK.instant());
    }
  }
}
