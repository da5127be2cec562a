package io.lakebeam.pile.download;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Companion;
import io.lakebeam.publish.FilePublication;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A file or a whole data set of Kaggle on its way into a directory of the lake. What has arrived is
 * kept there, hidden, until all of it has ({@link Pieces}); so it survives a cut and a killed
 * process, and the next run asks for the rest only. For the holder of the directory's lock.
 */
public final class Download {
  /** A source that changes whenever it is read is not read for ever. */
  private static final int MOST_BEGINNINGS = 3;

  /** Hidden from readers, and apart from each other: files may be named X and X.json. */
  private static final String PIECES = "_downloads/pieces/";

  private static final String RECORDS = "_downloads/records/";

  private final Remote remote;
  private final String output;
  private final Consumer<String> said;
  private final Transfer transfer;

  /**
   * @param output where files appear, with a slash at its end
   * @param transfer told how far it is
   * @param said told in a line what happens, secrets never among it
   */
  public Download(Remote remote, String output, Transfer transfer, Consumer<String> said) {
    this.remote = remote;
    this.output = output;
    this.transfer = transfer;
    this.said = said;
  }

  private String pieces() {
    return output + PIECES + remote.file().place() + "/";
  }

  private String record() {
    return RECORDS + remote.file().place() + ".json";
  }

  /**
   * What is here of it, if that is all there is to have: its files are there with their lengths,
   * and the source, which is asked, has still the same.
   */
  public Optional<DownloadRecord> complete() throws IOException {
    Optional<DownloadRecord> last = DownloadRecord.read(output + record());
    if (last.isEmpty() || !last.get().isComplete(output)) {
      return Optional.empty();
    }
    return last.filter(record -> record.body().isSameAs(ask()));
  }

  /**
   * How long it is, as its source says; below zero if it does not.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the source refuses or gives up
   */
  public long length() {
    return ask().length();
  }

  private Identity ask() {
    try (RemoteBody body = new RemoteBody(remote, 0, null, transfer, said)) {
      return body.ask();
    }
  }

  /**
   * Brings all of it into a run's staging.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the source refuses or gives up, or what
   *     came is damaged; {@link ExitCode#TABLE_TAKEN} if what is there must stay
   */
  public DownloadRecord fetch(Run run) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return tryToFetch(run);
      } catch (StartOver e) {
        tidy();
        if (attempt == MOST_BEGINNINGS) {
          throw new LakeException(
              ExitCode.BAD_PLACE,
              remote.address() + " was begun anew " + attempt + " times: " + e.getMessage(),
              e);
        }
        said.accept(remote.file() + ": begins anew: " + e.getMessage());
        transfer.startOver();
      } catch (BadBody e) {
        tidy();
        throw new LakeException(
            ExitCode.BAD_PLACE, remote.address() + " gave what is no good: " + e.getMessage(), e);
      }
    }
  }

  private DownloadRecord tryToFetch(Run run) throws IOException {
    Unpacking unpacking = new Unpacking(run);
    try (ResumedBody body = new ResumedBody(remote, pieces(), transfer, said)) {
      unpacking.unpack(body, remote.file());
      body.check();
      return DownloadRecord.of(body.identity(), unpacking.files(), unpacking.hidden());
    }
  }

  /** Makes what was fetched visible, with the run's report. */
  public void publish(Run run, DownloadRecord fetched, Clock clock) throws IOException {
    Tally tally = tally(fetched);
    for (DownloadedFile file : fetched.files()) {
      tally.addFile(
          StagedFile.of(run.staging() + file.name(), run.output() + file.name(), 0, file.bytes()));
    }
    Companion remembered = Companion.of(record(), "application/json", fetched.toJson());
    FilePublication.publish(run, tally, List.of(remembered), clock);
    tidy();
  }

  /** Deletes the pieces, which are of no more use, and the directories that only they needed. */
  public void tidy() throws IOException {
    String directory = pieces();
    LakeFiles.deleteTree(directory);
    while (!directory.equals(output + PIECES)) {
      directory = directory.substring(0, directory.lastIndexOf('/', directory.length() - 2) + 1);
      LakeFiles.deleteIfEmpty(directory);
    }
  }

  /** What the run's report tells of it, apart from the files. */
  public Tally tally(DownloadRecord record) {
    Tally tally = new Tally();
    List<Map<String, Object>> notes =
        record.files().stream().map(DownloadedFile::toNote).collect(Collectors.toList());
    notes.forEach(note -> tally.addNote("files", note));
    record.hidden().forEach(name -> tally.addNote("left_out", Map.of("name", name)));
    tally.addNote("transfer", transfer.toNote());
    return tally;
  }
}
