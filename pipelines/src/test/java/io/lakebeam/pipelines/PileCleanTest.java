package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cleaning the Pile keeps, drops and refuses, end to end. */
class PileCleanTest {
  private static final String LONG_TEXT =
      "It is done, and submitted. You can play “Survival of the Tastiest” on Android, and on the"
          + " web. Playing on the web works for you";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  private static String line(String text, String setName) {
    return "{\"text\": \"" + text + "\", \"meta\": {\"pile_set_name\": \"" + setName + "\"}}\n";
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheFirstOfThreeDocuments(OnRunner runner) {
    assertThat(LONG_TEXT).hasSize(127);
    lake.write(
        "raw/pile/00.jsonl",
        line(LONG_TEXT, "Pile-CC")
            + line("What is this all about?", "Pile-CC")
            + line("x".repeat(200) + " copyright WWE", "Pile-CC"));

    lake.run(runner.with("pile-clean", "--runId=known")).done();

    assertThat(lake.rows("silver/pile", "set_name, text")).containsExactly("Pile-CC|" + LONG_TEXT);
    JsonNode report = lake.readReport("pile-clean", "known");
    assertThat(report.get("filtered_by").toString()).isEqualTo("{\"contains\":1,\"too_short\":1}");
  }
}
