package io.lakebeam.pipelines.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OuterEnvironmentTest {
  @Test
  void withholdsWhatWouldChangeHowAProcessWorks() {
    ProcessBuilder process = new ProcessBuilder();
    Map<String, String> environment = process.environment();
    environment.clear();
    for (String name :
        new String[] {
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "AWS_PROFILE",
          "KAGGLE_KEY",
          "LAKEBEAM_LAKE",
          "JAVA_HOME",
          "PATH",
          "LC_ALL"
        }) {
      environment.put(name, "x");
    }

    OuterEnvironment.hideFrom(process);

    assertThat(environment).containsOnlyKeys("JAVA_HOME", "PATH", "LC_ALL");
  }
}
