package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pile.download.Transfer;
import io.lakebeam.pile.download.Transfers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadProgressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2000000000 | 0 | 0 | 500000000 | 100 | 500.0 of 2,000.0 MB, 5.0 MB/s, 1:40, 5:00 left",
        "50000000000 | 40000000000 | 0 | 1000000 | 1 | 40,001.0 of 50,000.0 MB, 1.0 MB/s, 0:01, 2:46:39 left",
        "2000000000 | 1000000000 | 0 | 0 | 9 | 1,000.0 of 2,000.0 MB, 0.0 MB/s, 0:09",
        "4000000 | 0 | 2000000 | 1000000 | 1 | 1.0 of 4.0 MB, 3.0 MB/s, 0:01, 0:01 left",
        "1000000 | 0 | 2000000 | 1000000 | 0 | 1.0 of 1.0 MB, 3.0 MB/s, 0:00, 0:00 left",
        "-1 | 0 | 0 | 3000000 | 2 | 3.0 MB, 1.5 MB/s, 0:02",
      })
  void showsBytesRateElapsedAndTimeLeft(
      long length, long resumed, long twice, long anew, long seconds, String line) {
    Transfer transfer = Transfers.of(length, resumed, twice, anew, seconds);
    assertThat(new DownloadProgress(transfer).line(seconds)).isEqualTo(line);
  }

  /** What earlier runs have stored may take minutes to be read. */
  @Test
  void theRateIsThatSinceTheFirstByteOfTheNetwork() {
    Transfer transfer = Transfers.of(9_000_000, 1_000_000, 0, 4_000_000, 2);
    assertThat(new DownloadProgress(transfer).line(102))
        .isEqualTo("5.0 of 9.0 MB, 2.0 MB/s, 1:42, 0:02 left");
  }

  @Test
  void nothingIsHereOfWhatBeginsAnew() {
    Transfer transfer = Transfers.begunAnew(9_000_000, 1_000_000, 10);
    assertThat(new DownloadProgress(transfer).line(10))
        .isEqualTo("0.0 of 9.0 MB, 0.1 MB/s, 0:10, 1:30 left");
  }
}
