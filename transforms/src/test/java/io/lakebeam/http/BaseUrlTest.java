package io.lakebeam.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://x", "x", "http://user:secret@host", "http://host?token=1", "http://"})
  void refusesWhatIsNoneOrHoldsSecrets(String url) {
    assertThatThrownBy(() -> BaseUrl.checked("feedUrl", url))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageNotContaining("secret");
  }
}
