package io.lakebeam.pile.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.FakeKaggle.Answer;
import io.lakebeam.pile.download.FakeKaggle.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers answer instead of the file, and where credentials go. */
class RemoteTest {
  private static final String FILE = "owner/name/00.jsonl";

  @TempDir private Path temp;
  private FakeKaggle kaggle;
  private DownloadedLake lake;

  @BeforeEach
  void start() throws IOException {
    kaggle = new FakeKaggle();
    kaggle.put(FILE, new byte[100]);
    lake = new DownloadedLake(temp, kaggle);
  }

  @AfterEach
  void stop() {
    kaggle.close();
  }

  @Test
  void sendsCredentialsToKaggleAndToNobodyElse() throws IOException {
    kaggle.kaggleAnswers(
        FakeKaggle.status(307, "Location", "/api/v1/datasets/download/" + FILE + "?again"));
    lake.download("00.jsonl");
    assertThat(kaggle.seen())
        .extracting(Seen::server)
        .containsExactly("kaggle", "kaggle", "storage");
    assertThat(kaggle.seen().get(0).authorization()).startsWith("Basic ");
    assertThat(kaggle.seen().get(1).authorization()).startsWith("Basic ");
    assertThat(kaggle.seen().get(2).authorization()).isNull();
  }

  @Test
  void sendsNoCredentialsToAnotherHostOnTheSamePort() throws IOException {
    String elsewhere = kaggle.url().replace("127.0.0.1", "localhost");
    kaggle.kaggleAnswers(
        FakeKaggle.status(302, "Location", elsewhere + "/api/v1/datasets/download/" + FILE),
        FakeKaggle.status(302, "Location", kaggle.signed(FILE)));
    lake.download("00.jsonl");
    assertThat(kaggle.seen())
        .extracting(Seen::server, seen -> seen.authorization() != null)
        .containsExactly(tuple("kaggle", true), tuple("kaggle", false), tuple("storage", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | denies access (status 401) to the credentials of the test; check them, and accept",
        "403 | denies access (status 403) to the credentials of the test; check them, and accept",
        "404 | is not there (status 404)",
        "418 | answers with status 418",
        "304 | answers with status 304"
      })
  void doesNotInsist(int status, String told) {
    kaggle.kaggleAnswers(FakeKaggle.status(status));
    assertFails(told);
    assertThat(kaggle.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void asksAgainAndThenGivesUp(int status) throws IOException {
    kaggle.kaggleAnswers(FakeKaggle.status(status));
    lake.download("00.jsonl");
    lake.clear();
    kaggle.forget();
    kaggle.kaggleAnswers(all(5, FakeKaggle.status(status)));
    assertFails("gave up at byte 0 after 5 attempts: status " + status);
    assertThat(kaggle.seen()).hasSize(5);
  }

  @Test
  void asksForANewAddressWhereTheStorageDeniesAccess() throws IOException {
    kaggle.storageAnswers(FakeKaggle.status(403), FakeKaggle.status(401));
    lake.download("00.jsonl");
    assertThat(kaggle.seen()).hasSize(6);
  }

  /** Kaggle may have moved, and then its new address is given no credentials. */
  @Test
  void saysWhereCredentialsWentIfTheDenialPersists() {
    kaggle.storageAnswers(all(5, FakeKaggle.status(403)));
    assertFails(
        "gave up at byte 0 after 5 attempts: the storage denies access, status 403; the credentials"
            + " of the test were sent only to "
            + kaggle.url()
            + "/; check --kaggleUrl, and accept the data set's terms");
  }

  @Test
  void waitsAsLongAsTheServerAsks() throws IOException {
    kaggle.kaggleAnswers(FakeKaggle.status(429, "Retry-After", "1"));
    long begin = System.nanoTime();
    lake.download("00.jsonl");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void leavesAServerAloneThatWantsALongSilence() {
    kaggle.kaggleAnswers(FakeKaggle.status(429, "Retry-After", "3600"));
    assertFails("wants 3600 s of silence");
    assertThat(kaggle.seen()).hasSize(1);
  }

  @Test
  void followsNoCircle() {
    String path = "/api/v1/datasets/download/" + FILE;
    kaggle.kaggleAnswers(
        FakeKaggle.status(302, "Location", path + "?a"), FakeKaggle.status(302, "Location", path));
    assertFails("redirects in a circle");
    assertThat(kaggle.seen()).hasSize(2);
  }

  @Test
  void followsTenRedirectsAndNoMore() throws IOException {
    kaggle.kaggleAnswers(chain(9));
    lake.download("00.jsonl");
    lake.clear();
    kaggle.kaggleAnswers(chain(11));
    assertFails("redirects more than 10 times");
  }

  private static Answer[] chain(int hops) {
    Answer[] chain = new Answer[hops];
    for (int i = 0; i < hops; i++) {
      chain[i] = FakeKaggle.status(302, "Location", "/api/v1/datasets/download/" + FILE + "?" + i);
    }
    return chain;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://[", "ftp://host/x", "file:///etc/passwd", "http:///x?secret=1", "%"})
  void followsNothingThatIsNoAddress(String location) {
    kaggle.kaggleAnswers(FakeKaggle.status(302, "Location", location));
    assertFails("redirects to what is no address");
  }

  @Test
  void followsNoRedirectThatNamesNoAddress() {
    kaggle.kaggleAnswers(FakeKaggle.status(302));
    assertFails("redirects, and does not say where to");
    assertThat(kaggle.seen()).hasSize(1);
  }

  @Test
  void followsNothingOutOfTls() {
    Redirects redirects =
        new Redirects(
            URI.create("https://www.kaggle.com/a"),
            new Credentials("user", "key", "the test"),
            Duration.ofSeconds(1));
    assertThatThrownBy(
            () -> redirects.next(URI.create("https://storage/a"), "http://storage/b?secret=1"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("from https to http")
        .hasMessageNotContaining("secret");
  }

  @Test
  void storesNoPageInsteadOfTheFile() {
    kaggle.kaggleAnswers(
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write(new byte[4]);
        });
    assertFails("answers with a web page");
  }

  @Test
  void storesNothingInAnEncodingThatNobodyAskedFor() {
    kaggle.put(FILE, new byte[100]).header("Content-Encoding", "gzip");
    assertFails("an encoding that nobody asked for: gzip");
  }

  @Test
  void saysThatNobodyIsThere() {
    String nowhere = kaggle.url();
    kaggle.close();
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(nowhere)
        .hasMessageContaining("refused");
  }

  private void assertFails(String told) {
    assertThatThrownBy(() -> lake.download("00.jsonl"))
        .isInstanceOf(LakeException.class)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining(told)
        .hasMessageContaining(kaggle.url() + "/api/v1/datasets/download/" + FILE);
    assertThat(lake.visible()).isEmpty();
    assertThat(lake.said()).noneMatch(line -> line.contains(FakeKaggle.SIGNATURE));
  }

  private static Answer[] all(int count, Answer answer) {
    return Collections.nCopies(count, answer).toArray(Answer[]::new);
  }
}
