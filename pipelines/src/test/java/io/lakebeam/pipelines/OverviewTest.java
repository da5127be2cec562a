package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTest {
  @Test
  void listsEveryPipelineAndExitCodeWithinTheWidth() {
    String overview = Overview.of(Commands.all());

    for (Commands.Entry entry : Commands.all().entries()) {
      assertThat(overview).contains("  " + entry.name()).contains(entry.description());
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(overview.lines()).anyMatch(line -> line.startsWith("  " + code.code() + " "));
    }
    assertThat(overview.lines()).allMatch(line -> line.length() <= Page.WIDTH);
  }

  @ParameterizedTest
  @CsvSource({",2,Pipelines:", "--help,0,Pipelines:", "trades-tpo,2,did you mean trades-top?"})
  void needsNoClassButItsOwn(String arg, int code, String shown)
      throws IOException, ReflectiveOperationException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    List<URL> own = List.of(place(Lakebeam.class), place(ExitCode.class));
    try (URLClassLoader bare =
        new URLClassLoader(own.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> bare.loadClass("org.apache.beam.sdk.Pipeline"))
          .isInstanceOf(ClassNotFoundException.class);
      Method run =
          bare.loadClass(Lakebeam.class.getName())
              .getDeclaredMethod("run", String[].class, PrintStream.class, PrintStream.class);
      run.setAccessible(true);

      Object ended = run.invoke(null, arg == null ? new String[0] : new String[] {arg}, out, out);

      assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(shown);
      assertThat(ended).isEqualTo(code);
    }
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
