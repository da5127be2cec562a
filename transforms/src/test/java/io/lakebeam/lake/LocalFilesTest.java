package io.lakebeam.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir private Path root;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String file : List.of("a/1.csv", "a/2.csv", "a/x.txt", "b/c/3.csv", "_hidden/4.csv")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), file);
    }
    Files.createSymbolicLink(root.resolve("link"), root.resolve("b"));
    Files.createSymbolicLink(root.resolve("a/loop"), root);
  }

  @Test
  void matchesNamesGlobsAndWhatLiesBelow() {
    assertThat(match("/a/1.csv")).containsExactly("/a/1.csv");
    assertThat(match("/a/*.csv")).containsExactly("/a/1.csv", "/a/2.csv");
    assertThat(match("/*/[12].csv")).containsExactly("/a/1.csv", "/a/2.csv");
    assertThat(match("/b/**.csv")).containsExactly("/b/c/3.csv");
    assertThat(match("/link/c/?.csv")).containsExactly("/link/c/3.csv");
    assertThat(match("/none/*.csv")).isEmpty();
    assertThat(match("/a/1.csv/*.csv")).isEmpty();
    assertThat(match("/a")).isEmpty();
  }

  @Test
  void listsVisibleFilesBelowALinkedDirectory() {
    assertThat(LakeFiles.listVisible(root + "/link/"))
        .extracting(LakeFile::path)
        .containsExactly(root + "/link/c/3.csv");
  }

  /** As while another run publishes: the new file comes, then the old one goes. */
  @Test
  void findsAllFilesWhileOthersAreReplaced() throws Exception {
    Path table = Files.createDirectories(root.resolve("table/day=1"));
    Path staging = Files.createDirectories(root.resolve("table/_staging/run"));
    Files.writeString(table.resolve("part-0.parquet"), "");
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> publishing =
        CompletableFuture.supplyAsync(
            () -> {
              int parts = 0;
              while (!over.get()) {
                replace(staging, table, parts++);
              }
              return parts;
            });
    try {
      for (int look = 0; look < 2_000; look++) {
        assertThat(LakeFiles.listVisible(root + "/table/")).hasSizeBetween(1, 2);
      }
    } finally {
      over.set(true);
    }
    assertThat(publishing.get()).isGreaterThan(100);
  }

  private static void replace(Path staging, Path table, int old) {
    try {
      String part = "part-" + (old + 1) + ".parquet";
      Path staged = Files.writeString(staging.resolve(part), "");
      Files.move(staged, table.resolve(part));
      Files.delete(table.resolve("part-" + old + ".parquet"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void looksForAnAbsentFileWithoutWalkingTheDisk() {
    assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> assertThat(LakeFiles.exists("/no-such-file-anywhere.csv")).isFalse());
  }

  @Test
  void aNameWithBracketsIsANameWhereNoPatternIsAsked() throws IOException {
    Files.createDirectories(root.resolve("k[1]/table"));
    Files.writeString(root.resolve("k[1]/table/part.parquet"), "");
    assertThat(LakeFiles.exists(root + "/k[1]/table/part.parquet")).isTrue();
    assertThat(LakeFiles.listVisible(root + "/k[1]/table/")).hasSize(1);
  }

  @Test
  void takesFileUrisInEveryForm() {
    assertThat(LakePaths.directory("file:///lake")).isEqualTo("/lake/");
    assertThat(LakePaths.directory("file:/lake")).isEqualTo("/lake/");
    assertThat(LakePaths.directory("/lake/")).isEqualTo("/lake/");
  }

  @Test
  void deletesALinkButNotWhatItPointsTo() throws IOException {
    Files.createDirectories(root.resolve("tree"));
    Files.createSymbolicLink(root.resolve("tree/link"), root.resolve("b"));
    LakeFiles.deleteTree(root + "/tree/");
    assertThat(root.resolve("tree")).doesNotExist();
    assertThat(root.resolve("b/c/3.csv")).exists();
  }

  private List<String> match(String glob) {
    return LakeFiles.match(root + glob).stream()
        .map(file -> LakePaths.of(file).substring(root.toString().length()))
        .collect(Collectors.toList());
  }
}
