package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pile.download.Transfers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadProgressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000000000 | 0 | 500000000 | 100 | 500.0 of 2,000.0 MB, 5.0 MB/s, 1:40, 5:00 left",
        "50000000000 | 40000000000 | 1000000 | 1 | 40,001.0 of 50,000.0 MB, 1.0 MB/s, 0:01, 2:46:39 left",
        "2000000000 | 1000000000 | 0 | 9 | 1,000.0 of 2,000.0 MB, 0.0 MB/s, 0:09",
        "1000000 | 0 | 3000000 | 0 | 1.0 of 1.0 MB, 3.0 MB/s, 0:00, 0:00 left",
        "-1 | 0 | 3000000 | 2 | 3.0 MB, 1.5 MB/s, 0:02",
      })
  void showsBytesRateElapsedAndTimeLeft(
      long length, long resumed, long received, long seconds, String line) {
    assertThat(new DownloadProgress(Transfers.of(length, resumed, received)).line(seconds))
        .isEqualTo(line);
  }
}
