package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of docs/events.md are what the pipeline does. */
class EventsExampleTest {
  private static final Pattern BLOCK = Pattern.compile("```csv\\n(.*?)```", Pattern.DOTALL);
  private static final Path PAGE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .getParent()
          .resolve("docs/events.md");

  @TempDir private Path temp;

  @Test
  void givesTheRowsThatThePageExplains() throws IOException {
    List<String> blocks = blocks();
    TestLake lake = new TestLake(temp);
    lake.write("landing/events/2019-Oct.csv", blocks.get(0));

    assertThat(rows(lake, "--asOf=session-end")).isEqualTo(blocks.get(1));
    assertThat(rows(lake, "--asOf=first-purchase")).isEqualTo(blocks.get(2));
  }

  @Test
  void givesTheRowsOfSessionsThatOverlap() throws IOException {
    List<String> blocks = blocks();
    TestLake lake = new TestLake(temp);
    lake.write("landing/events/2019-Oct.csv", blocks.get(3));

    assertThat(rows(lake, "--asOf=first-purchase")).isEqualTo(blocks.get(4));
  }

  private static List<String> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
  }

  private static String rows(TestLake lake, String asOf) throws IOException {
    lake.run(
            "events-training",
            "--start=2019-10-01 00:00:00",
            "--end=2019-10-31 23:59:59",
            "--format=csv",
            "--shards=1",
            asOf)
        .done();
    String file =
        lake.tree("gold/events_training").stream()
            .filter(name -> name.endsWith(".csv"))
            .findFirst()
            .orElseThrow();
    return Files.readString(lake.root().resolve(file));
  }
}
