package io.lakebeam.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import io.lakebeam.write.Span;
import io.lakebeam.write.StagedFile;
import io.lakebeam.write.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ChecksTest {
  @Test
  void passWhenEverythingAgrees() {
    assertThat(failed(tally -> {})).isEmpty();
  }

  @Test
  void findEveryKindOfLoss() {
    assertThat(failed(tally -> tally.addRead(1))).contains("read = kept + filtered + rejected");
    assertThat(failed(tally -> tally.addCarried(-1)))
        .contains("kept = arrived where rows are written");
    assertThat(failed(tally -> tally.addWritten(1))).contains("written = rows in the files");
    assertThat(failed(tally -> tally.addFile(StagedFile.of("x", "y", 1, 1))))
        .contains("written = rows in the files");
    assertThat(failed(tally -> tally.addRejectFile(StagedFile.of("x", "y", 1, 1))))
        .contains("rejected = lines in the rejects");
  }

  @Test
  void findARangeThatWasNotReadOrReadTwiceOrBeganBesideARecord() {
    assertThat(spans()).contains("in.csv was not read");
    assertThat(spans(0, 40, 40, 90)).contains("in.csv was read up to 90 of 100");
    assertThat(spans(0, 40, 50, 100)).hasValueSatisfying(v -> v.startsWith("in.csv does not join"));
    assertThat(spans(0, 40, 0, 40, 40, 100)).isPresent();
    assertThat(spans(40, 100, 0, 40)).isEmpty();
    assertThat(spans(0, 100, 100, 100)).isEmpty();
  }

  @Test
  void tooManyRejectsAreTheirOwnFailure() {
    Tally tally = new Tally();
    tally.addSpan(Span.of("in.csv", 0, 100, 100));
    tally.addRead(100);
    tally.addKept(98);
    tally.addCarried(98);
    tally.addWritten(98);
    tally.addFile(StagedFile.of("a", "b", 98, 1));
    tally.addRejected("missing_value");
    tally.addRejected("missing_value");
    tally.addRejectFile(StagedFile.of("a", "b", 2, 1));
    assertThat(Checks.of(run(0.02), tally)).allMatch(Check::passed);
    assertThat(Checks.of(run(0.019), tally))
        .filteredOn(check -> !check.passed())
        .extracting(Check::failure)
        .containsExactly(ExitCode.TOO_MANY_REJECTS);
  }

  private static Optional<String> spans(long... borders) {
    Tally tally = new Tally();
    for (int i = 0; i < borders.length; i += 2) {
      tally.addSpan(Span.of("in.csv", borders[i], borders[i + 1], 100));
    }
    return Checks.of(run(1), tally).stream()
        .filter(check -> !check.passed())
        .map(Check::value)
        .findFirst();
  }

  private static Optional<String> failed(Consumer<Tally> fault) {
    Tally tally = new Tally();
    tally.addSpan(Span.of("in.csv", 0, 100, 100));
    tally.addRead(3);
    tally.addKept(1);
    tally.addFiltered("other_side", 1);
    tally.addRejected("missing_value");
    tally.addRejectFile(StagedFile.of("a", "b", 1, 1));
    tally.addCarried(1);
    tally.addWritten(1);
    tally.addFile(StagedFile.of("a", "b", 1, 1));
    fault.accept(tally);
    return Checks.of(run(1), tally).stream()
        .filter(check -> !check.passed())
        .map(Check::name)
        .findFirst();
  }

  private static Run run(double maxRejectRatio) {
    return Run.builder()
        .pipeline("p")
        .runId("r")
        .version("1")
        .runner("DirectRunner")
        .lake("/lake/")
        .output("/lake/t/")
        .writeMode(WriteMode.OVERWRITE)
        .maxRejectRatio(maxRejectRatio)
        .options(Map.of())
        .inputs(List.of(LakeFile.of("in.csv", 100)))
        .startedAt(Instant.EPOCH)
        .build();
  }
}
