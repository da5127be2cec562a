package io.lakebeam.pile.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.pile.download.FakeKaggle.Answer;
import io.lakebeam.pile.download.FakeKaggle.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that arrive whole, in parts, changed, damaged or not at all. */
class DownloadTest {
  private static final String FILE = "owner/name/00.jsonl";
  private static final byte[] PLAIN = bytes(150);
  private static final String LAST_MODIFIED = "Fri, 20 Nov 2026 14:00:00 GMT";

  @TempDir private Path temp;
  private FakeKaggle kaggle;
  private DownloadedLake lake;

  @BeforeEach
  void start() throws IOException {
    kaggle = new FakeKaggle();
    lake = new DownloadedLake(temp, kaggle);
  }

  @AfterEach
  void stop() {
    kaggle.close();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] zip() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("00.jsonl", "{\"text\": \"a\"}\n".repeat(100));
    entries.put("more/01.jsonl", "{\"text\": \"b\"}\n");
    return Zips.of(entries);
  }

  @Test
  void landsABodyThatIsNoZipUnderTheNameThatWasAskedFor() throws IOException {
    kaggle.put(FILE, PLAIN);
    lake.download("00.jsonl");
    assertThat(lake.visible()).containsExactly("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.hidden()).containsExactly("_downloads/records/owner/name/00.jsonl.json");
  }

  @Test
  void landsTheEntriesOfAZipUnderTheirOwnNames() throws IOException {
    kaggle.put("owner/name", zip());
    lake.download(null);
    assertThat(lake.visible()).containsExactly("00.jsonl", "more/01.jsonl");
    assertThat(lake.file("00.jsonl")).hasContent("{\"text\": \"a\"}\n".repeat(100));
    assertThat(lake.file("more/01.jsonl")).hasContent("{\"text\": \"b\"}\n");
  }

  @Test
  void landsAnEmptyFile() throws IOException {
    kaggle.put(FILE, new byte[0]);
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).isEmptyFile();
  }

  @Test
  void leavesFilesOfOtherNamesAlone() throws IOException {
    Files.createDirectories(temp.resolve("raw/pile"));
    Files.writeString(lake.file("other.jsonl"), "other");
    Files.writeString(lake.file("00.jsonl"), "old");
    kaggle.put(FILE, PLAIN);
    lake.download("00.jsonl");
    assertThat(lake.file("other.jsonl")).hasContent("other");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  /** The next connection of the same run asks for what is missing. */
  @Test
  void goesOnAfterACutAtAnyByte() throws IOException {
    byte[] zip = Zips.of(Map.of("00.jsonl", "{}\n".repeat(50)));
    kaggle.put(FILE, zip);
    for (int cut = 0; cut < zip.length; cut++) {
      lake.clear();
      kaggle.forget();
      kaggle.storageAnswers(kaggle.cutAfter(cut));
      lake.download("00.jsonl");
      assertThat(lake.file("00.jsonl")).as("cut after " + cut).hasSize(150);
      assertThat(kaggle.ranges())
          .as("cut after " + cut)
          .containsExactly(null, cut == 0 ? null : "bytes=" + cut + "-");
    }
  }

  /** So does the next run, whatever was in memory when the first one gave up. */
  @Test
  void theNextRunGoesOnAfterACutAtAnyByte() throws IOException {
    kaggle.put(FILE, PLAIN);
    for (int cut = 1; cut < PLAIN.length; cut++) {
      lake.clear();
      kaggle.forget();
      kaggle.storageAnswers(kaggle.cutAfter(cut));
      assertThatThrownBy(() -> lake.withAttempts(1).download("00.jsonl"))
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE);
      assertThat(lake.visible()).isEmpty();
      kaggle.forget();
      lake.withAttempts(9).download("00.jsonl");
      assertThat(lake.file("00.jsonl")).as("cut after " + cut).hasBinaryContent(PLAIN);
      assertThat(lake.transfer().resumed()).isEqualTo(cut);
      assertThat(lake.transfer().received()).isEqualTo(PLAIN.length - cut);
      assertThat(lake.hidden()).containsExactly("_downloads/records/owner/name/00.jsonl.json");
    }
  }

  @Test
  void asksAgainAsLongAsBytesCome() throws IOException {
    kaggle.put(FILE, PLAIN);
    for (int i = 0; i < 100; i++) {
      kaggle.storageAnswers(kaggle.cutAfter(3), FakeKaggle.status(503));
    }
    lake.withAttempts(3).download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "0,false", "1,true", "2,true"})
  void fetchesAnewWhatIsDamagedHere(int damaged, boolean whole) throws IOException {
    kaggle.put(FILE, PLAIN);
    kaggle.storageAnswers(kaggle.cutAfter(140));
    assertThatThrownBy(() -> lake.withAttempts(1).download("00.jsonl"))
        .isInstanceOf(LakeException.class);
    Path piece = lake.pieces().get(damaged);
    byte[] bytes = Files.readAllBytes(piece);
    bytes[5] ^= 1;
    Files.write(piece, whole ? bytes : Arrays.copyOf(bytes, 10));
    lake.withAttempts(9).download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.transfer().resumed()).isEqualTo(64 * damaged);
  }

  @Test
  void beginsAnewWhenTheFileHasChangedBetweenTwoRuns() throws IOException {
    kaggle.put(FILE, bytes(400)).header("ETag", "\"old\"");
    kaggle.storageAnswers(kaggle.cutAfter(110));
    assertThatThrownBy(() -> lake.withAttempts(1).download("00.jsonl"))
        .isInstanceOf(LakeException.class);
    kaggle.put(FILE, PLAIN).header("ETag", "\"new\"");
    lake.withAttempts(9).download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.said()).anyMatch(line -> line.contains("begins anew: it has changed since"));
    assertThat(lake.transfer().resumed()).isZero();
    assertThat(lake.transfer().position()).isEqualTo(PLAIN.length);
  }

  @Test
  void beginsAnewWhenTheFileHasChangedSinceAllOfItArrived() throws IOException {
    kaggle.put(FILE, bytes(400)).header("ETag", "\"old\"");
    lake.fetch("00.jsonl");
    assertThat(lake.pieces()).hasSize(7);
    kaggle.put(FILE, PLAIN).header("ETag", "\"new\"");
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.said()).anyMatch(line -> line.contains("begins anew: it has changed since"));
  }

  @Test
  void readsNothingAgainOfAFileThatIsTheSameSinceAllOfItArrived() throws IOException {
    kaggle.put(FILE, PLAIN);
    lake.fetch("00.jsonl");
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.transfer().received()).isZero();
    assertThat(lake.transfer().position()).isEqualTo(PLAIN.length);
  }

  @Test
  void beginsAnewWhenTheFileChangesUnderWay() throws IOException {
    kaggle.put(FILE, zip()).header("ETag", "\"old\"");
    kaggle.storageAnswers(
        kaggle.cutAfter(110),
        exchange -> {
          kaggle.put(FILE, PLAIN).header("ETag", "\"new\"");
          FakeKaggle.status(503).give(exchange);
        });
    lake.download("00.jsonl");
    assertThat(lake.visible()).containsExactly("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  @Test
  void beginsAnewWhereTheSourceHasNothingToKnowAFileBy() throws IOException {
    kaggle.put(FILE, PLAIN).header("ETag", "W/\"weak\"");
    kaggle.storageAnswers(kaggle.cutAfter(110));
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(kaggle.ranges()).containsExactly(null, null);
  }

  /** A file without an ETag, of which 110 bytes came; the next request is answered so. */
  private void cutAFileKnownByTheTimeOfItsChange(Answer... next) {
    kaggle.put(FILE, PLAIN).header("ETag", "").header("Last-Modified", LAST_MODIFIED);
    kaggle.storageAnswers(kaggle.cutAfter(110)).storageAnswers(next);
  }

  private static Answer rest(String contentRange, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Range", contentRange);
      exchange.sendResponseHeaders(206, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  @Test
  void knowsAFileByTheTimeOfItsChangeWhereThereIsNoEtag() throws IOException {
    cutAFileKnownByTheTimeOfItsChange();
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(kaggle.ranges()).containsExactly(null, "bytes=110-");
  }

  /** RFC 9110, 15.3.7: what was asked for by If-Range need not repeat it. */
  @Test
  void goesOnWithARestThatDoesNotRepeatTheTimeOfItsChange() throws IOException {
    cutAFileKnownByTheTimeOfItsChange(
        rest("bytes 110-149/150", Arrays.copyOfRange(PLAIN, 110, 150)));
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(kaggle.ranges()).containsExactly(null, "bytes=110-");
    assertThat(kaggle.seen()).last().extracting(Seen::ifRange).isEqualTo(LAST_MODIFIED);
  }

  @Test
  void beginsAnewWithARestOfAnotherLength() throws IOException {
    cutAFileKnownByTheTimeOfItsChange(rest("bytes 110-150/151", new byte[41]));
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.said()).anyMatch(line -> line.contains("begins anew: it has changed since"));
  }

  @Test
  void readsAgainWhatAServerWithoutRangesSendsAgain() throws IOException {
    kaggle.put(FILE, PLAIN).withoutRanges();
    kaggle.storageAnswers(kaggle.cutAfter(110));
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(lake.said()).anyMatch(line -> line.contains("gives no ranges"));
    assertThat(lake.transfer().received()).isEqualTo(260);
    assertThat(lake.transfer().position()).isEqualTo(PLAIN.length);
  }

  @Test
  void goesOnAfterASilence() throws IOException {
    kaggle.put(FILE, PLAIN);
    kaggle.storageAnswers(kaggle.silentAfter(100, 60_000));
    lake.withSilence(Duration.ofSeconds(2));
    assertTimeout(Duration.ofSeconds(50), () -> lake.download("00.jsonl"));
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    assertThat(kaggle.ranges()).containsExactly(null, "bytes=100-");
  }

  @Test
  void takesABodyInChunks() throws IOException {
    kaggle.put(FILE, PLAIN).chunked();
    kaggle.storageAnswers(kaggle.cutAfter(100));
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  @Test
  void givesUpOnALengthThatIsWrong() throws IOException {
    kaggle.put(FILE, PLAIN).announcing(7);
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("begun anew");
    assertThat(lake.visible()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 0-149/150",
        "bytes 100-149/151",
        "bytes 100-149/*",
        "bytes 100-149/99999999999999999999",
        "100"
      })
  void takesNoOtherRangeThanItAskedFor(String contentRange) throws IOException {
    kaggle.put(FILE, PLAIN);
    kaggle.storageAnswers(
        kaggle.cutAfter(100),
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"" + FILE.hashCode() + "-150\"");
          rest(contentRange, new byte[50]).give(exchange);
        });
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crc32c=AAAAAA==",
        "md5=AAAAAAAAAAAAAAAAAAAAAA==",
        "md5=AAAAAAAAAAAAAAAAAAAAAA==,crc32c=AAAAAA=="
      })
  void publishesNothingWhoseHashIsNotWhatTheStorageSays(String hash) throws IOException {
    kaggle.put(FILE, PLAIN).header("x-goog-hash", hash);
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("is not what its storage says");
    assertThat(lake.visible()).isEmpty();
    assertThat(lake.hidden()).as("it must not go on with such bytes").isEmpty();
  }

  @Test
  void publishesWhatTheStorageSays() throws IOException {
    kaggle
        .put(FILE, "123456789".getBytes(StandardCharsets.US_ASCII))
        .header("x-goog-hash", "crc32c=4waSgw==,md5=JfnnlDI7RTiF9RgfG2JNCw==");
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasContent("123456789");
  }

  @Test
  void publishesNothingOfAZipWithAWrongCrc() throws IOException {
    byte[] zip = zip();
    int descriptor = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\7\b");
    zip[descriptor + 4] ^= 1;
    kaggle.put(FILE, zip);
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("00.jsonl is damaged: its CRC");
    assertThat(lake.visible()).isEmpty();
    assertThat(lake.hidden()).isEmpty();
  }

  @Test
  void publishesNothingOfAZipWhoseDirectoryNamesAnotherEntry() throws IOException {
    byte[] zip = zip();
    zip[new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("01.jsonl")] = '2';
    kaggle.put(FILE, zip);
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE);
    assertThat(lake.visible()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/../../x",
        "/x",
        "a/./b",
        "a//b",
        "\\x",
        "..\\x",
        "C:\\x",
        "c:x",
        "a\nb",
        "a*",
        "x[1].csv",
        "../",
        "."
      })
  void publishesNothingOfAZipWithANameThatCannotLieInALake(String name) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("good.txt", "good");
    entries.put(name, name.endsWith("/") ? "" : "bad");
    kaggle.put(FILE, Zips.of(entries));
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("cannot lie in a lake");
    assertThat(lake.visible()).isEmpty();
    assertThat(temp.resolve("raw/x")).doesNotExist();
    assertThat(temp.resolve("x")).doesNotExist();
  }

  @Test
  void leavesOutWhatReadersWouldNotSeeAndSaysSo() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("__MACOSX/._a.txt", "x");
    entries.put(".DS_Store", "x");
    entries.put("_lock", "x");
    entries.put("d/", "");
    entries.put("a.txt", "a");
    kaggle.put(FILE, Zips.of(entries));
    DownloadRecord fetched = lake.download("00.jsonl");
    assertThat(lake.visible()).containsExactly("a.txt");
    assertThat(fetched.hidden()).containsExactly("__MACOSX/._a.txt", ".DS_Store", "_lock");
  }

  @Test
  void refusesAFileThatIsADirectoryToo() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("a/b", "x");
    entries.put("a", "x");
    kaggle.put(FILE, Zips.of(entries));
    assertThatThrownBy(() -> lake.download("00.jsonl")).hasMessageContaining("two entries");
  }

  /** A journal that can never be completed would block the place for good. */
  @ParameterizedTest
  @CsvSource({"train,train/x.jsonl,file", "train/x.jsonl,train,directory"})
  void publishesNothingThatCannotLieBesideWhatIsThere(String there, String came, String what)
      throws IOException {
    LakeFiles.write(lake.file(there).toString(), "old");
    kaggle.put(FILE, Zips.of(Map.of(came, "new")));
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN)
        .hasMessageContaining(lake.file("train") + " is a " + what);
    assertThat(lake.file(there)).hasContent("old");
    lake.recover();

    LakeFiles.deleteTree(lake.file("train").toString());
    lake.download("00.jsonl");
    assertThat(lake.file(came)).hasContent("new");
    assertThat(lake.transfer().resumed()).as("what had arrived is kept").isPositive();
  }

  @Test
  void keepsFilesApartWhoseNamesDifferByJson() throws IOException {
    kaggle.put("owner/name/x", PLAIN);
    kaggle.put("owner/name/x.json", bytes(300));
    lake.download("x");
    kaggle.storageAnswers(kaggle.cutAfter(110));
    assertThatThrownBy(() -> lake.withAttempts(1).download("x.json"))
        .isInstanceOf(LakeException.class);
    assertThat(lake.isComplete("x")).isTrue();
    lake.withAttempts(9).download("x.json");
    assertThat(lake.transfer().resumed()).isEqualTo(110);
    assertThat(lake.isComplete("x")).isTrue();
    assertThat(lake.isComplete("x.json")).isTrue();
    assertThat(lake.file("_downloads/pieces")).doesNotExist();
  }

  @Test
  void skipsWhatIsCompleteAfterAskingWhetherItIsStillTheSame() throws IOException {
    kaggle.put(FILE, zip());
    lake.download("00.jsonl");
    kaggle.forget();
    assertThat(lake.isComplete("00.jsonl")).isTrue();
    assertThat(kaggle.ranges()).hasSize(1);

    kaggle.put(FILE, zip()).header("ETag", "\"new\"");
    assertThat(lake.isComplete("00.jsonl")).isFalse();
  }

  @Test
  void trustsNoFileOfTheSameNameAndAnotherLength() throws IOException {
    kaggle.put(FILE, PLAIN);
    lake.download("00.jsonl");
    Files.write(lake.file("00.jsonl"), new byte[149]);
    assertThat(lake.isComplete("00.jsonl")).isFalse();
    lake.download("00.jsonl");
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
    Files.delete(lake.file("00.jsonl"));
    assertThat(lake.isComplete("00.jsonl")).isFalse();
  }

  @Test
  void appendReplacesNoFile() throws IOException {
    kaggle.put(FILE, PLAIN);
    lake.download("00.jsonl");
    kaggle.put(FILE, zip()).header("ETag", "\"new\"");
    assertThatThrownBy(() -> lake.withMode(WriteMode.APPEND).download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.TABLE_TAKEN);
    assertThat(lake.file("00.jsonl")).hasBinaryContent(PLAIN);
  }

  @Test
  void refusesAWholeDataSetThatIsNoZip() throws IOException {
    kaggle.put("owner/name", PLAIN);
    assertThatThrownBy(() -> lake.download(null)).hasMessageContaining("--file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "owner/",
        "/name",
        "owner/name/x",
        "../name",
        "owner/..",
        "a b/c",
        "a/b?c"
      })
  void refusesWhatNamesNoDataSet(String dataset) {
    assertThatThrownBy(() -> KaggleFile.of(dataset, null))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining("owner/name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", ".x", "_all", "d/_x", "a*"})
  void refusesAFileThatCannotLieInALake(String file) {
    assertThatThrownBy(() -> KaggleFile.of("owner/name", file))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS);
  }

  @Test
  void asksForAFileInADirectoryWithASpace() throws IOException {
    kaggle.put("owner/name/d/a b.txt", PLAIN);
    lake.download("d/a b.txt");
    assertThat(lake.file("d/a b.txt")).hasBinaryContent(PLAIN);
    assertThat(List.of("d%2Fa%20b.txt.json"))
        .allMatch(name -> lake.hidden().contains("_downloads/records/owner/name/" + name));
  }
}
