package io.lakebeam.pile.download;

import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.publish.TableSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A lake in a directory that files are downloaded into, in small pieces and soon asked for again.
 */
final class DownloadedLake {
  private final Path root;
  private final FakeKaggle kaggle;
  private final List<String> said = new ArrayList<>();
  private String scheme = "";
  private Clock clock = Clock.systemUTC();
  private int maxAttempts = 5;
  private Duration longestSilence = Duration.ofSeconds(30);
  private WriteMode mode = WriteMode.OVERWRITE;
  private Transfer transfer = new Transfer();

  DownloadedLake(Path root, FakeKaggle kaggle) {
    this.root = root;
    this.kaggle = kaggle;
  }

  /** The same directory by another file system of Beam's. */
  DownloadedLake by(String fileSystem) {
    scheme = fileSystem;
    return this;
  }

  DownloadedLake at(Clock time) {
    clock = time;
    return this;
  }

  DownloadedLake withAttempts(int most) {
    maxAttempts = most;
    return this;
  }

  DownloadedLake withSilence(Duration longest) {
    longestSilence = longest;
    return this;
  }

  DownloadedLake withMode(WriteMode writeMode) {
    mode = writeMode;
    return this;
  }

  /** One run of the pipeline; a null file for the whole data set. */
  DownloadRecord download(String file) throws IOException {
    return download(file, false);
  }

  /** The same, if it is not complete. */
  void complete(String file) throws IOException {
    download(file, true);
  }

  private DownloadRecord download(String file, boolean unlessComplete) throws IOException {
    Run run = run();
    try (TableSession session = TableSession.open(run, clock)) {
      try {
        Download download = of(file, run);
        Optional<DownloadRecord> complete = unlessComplete ? download.complete() : Optional.empty();
        if (complete.isPresent()) {
          download.tidy();
          session.abandon();
          return complete.get();
        }
        DownloadRecord fetched = download.fetch(run);
        download.publish(run, fetched, clock);
        return fetched;
      } catch (IOException | RuntimeException e) {
        session.abandon();
        throw e;
      }
    }
  }

  /** A run that dies before it publishes what has arrived. */
  void fetch(String file) throws IOException {
    Run run = run();
    try (TableSession session = TableSession.open(run, clock)) {
      of(file, run).fetch(run);
      session.abandon();
    }
  }

  /** What any later run on the place does first. */
  void recover() throws IOException {
    try (TableSession session = TableSession.open(run(), clock)) {
      session.abandon();
    }
  }

  boolean isComplete(String file) throws IOException {
    return of(file, run()).complete().isPresent();
  }

  private Download of(String file, Run run) {
    said.clear();
    transfer = new Transfer();
    DownloadLimits limits =
        DownloadLimits.of(maxAttempts, Duration.ofMillis(1), longestSilence, 64);
    Remote remote =
        new Remote(
            KaggleFile.of("owner/name", file),
            kaggle.url(),
            new Credentials(FakeKaggle.USERNAME, FakeKaggle.KEY, "the test"),
            limits,
            clock);
    return new Download(remote, run.output(), transfer, said::add);
  }

  private Run run() {
    return Run.builder()
        .pipeline("pile-download")
        .runId(UUID.randomUUID().toString())
        .version("test")
        .runner("test")
        .lake(scheme + root + "/")
        .output(scheme + root + "/raw/pile/")
        .writeMode(mode)
        .maxRejectRatio(0)
        .options(Map.of())
        .inputs(List.of())
        .startedAt(Instant.now())
        .build();
  }

  Transfer transfer() {
    return transfer;
  }

  List<String> said() {
    return said;
  }

  Path file(String name) {
    return root.resolve("raw/pile").resolve(name);
  }

  List<String> visible() {
    return files(name -> !LakePaths.isHiddenBelow("", name));
  }

  List<String> hidden() {
    return files(name -> LakePaths.isHiddenBelow("", name));
  }

  /** Sorted by offset. */
  List<Path> pieces() {
    return files(name -> name.endsWith(".piece")).stream().map(this::file).toList();
  }

  void clear() throws IOException {
    LakeFiles.deleteTree(root + "/");
  }

  private List<String> files(Predicate<String> wanted) {
    Path directory = root.resolve("raw/pile");
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(path -> directory.relativize(path).toString())
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
