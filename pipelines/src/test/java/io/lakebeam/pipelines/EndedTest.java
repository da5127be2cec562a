package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pile.download.Transfers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndedTest {
  static Stream<Progress.Line> lines() {
    return Stream.of(
        new Progress.Reading(1_234_567, 12, 0),
        new Progress.Reading(0, 0, 1_234_567),
        new DownloadProgress(Transfers.of(50_000_000_000L, 40_000_000_000L, 0, 1_000_000, 1)),
        new DownloadProgress(Transfers.of(2_000_000_000, 1_000_000_000, 0, 0, 9)),
        new DownloadProgress(Transfers.of(-1, 0, 0, 3_000_000, 2)));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void doesNotTellWhatOnlyASlowMachineSees(Progress.Line line) {
    String shown = line.line(3_700) + "\n";
    new Ended(0, "", shown + shown).done();
    assertThat(new Ended(0, "", shown + "a\n" + shown + "b\n").err()).isEqualTo("a\nb\n");
  }

  @Test
  void tellsWhatIsNotAWholeLineOfProgress() {
    String other = "5 records, 0 rejected, 5 records/s, 0:00 and more\nb: 3.0 MB, 1.5 MB/s, 0:02\n";
    assertThat(new Ended(0, "", other).err()).isEqualTo(other);
  }
}
