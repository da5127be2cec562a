package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  @Test
  void dealsUsersByTheirShares() {
    Split split = Split.parse("0.8,0.15,0.05");
    Map<String, Long> users =
        LongStream.range(512_000_000, 512_100_000)
            .boxed()
            .collect(Collectors.groupingBy(split::of, Collectors.counting()));
    assertThat(users.get("train")).isBetween(79_500L, 80_500L);
    assertThat(users.get("validation")).isBetween(14_600L, 15_400L);
    assertThat(users.get("test")).isBetween(4_750L, 5_250L);
  }

  /** Another hash than that of the first version would mix training with test data. */
  @Test
  void neverMovesAUser() {
    Split split = Split.parse("0.8,0.1,0.1");
    assertThat(LongStream.rangeClosed(1, 12).mapToObj(split::of))
        .containsExactly(
            "train",
            "train",
            "train",
            "train",
            "validation",
            "test",
            "train",
            "train",
            "train",
            "train",
            "test",
            "train");
  }

  @Test
  void leavesOutASideWithoutAShare() {
    Split split = Split.parse("1,0,0");
    assertThat(LongStream.range(-1000, 1000).mapToObj(split::of)).containsOnly("train");
    assertThat(LongStream.range(-1000, 1000).mapToObj(Split.parse("0,.5,0.5")::of))
        .containsOnly("validation", "test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.8,0.2",
        "0.8,0.1,0.2",
        "0.8,0.1,0.05,0.05",
        "1.2,-0.1,-0.1",
        "a,b,c",
        "1,0,",
        ""
      })
  void refusesSharesThatDoNotSumToOne(String shares) {
    assertThatThrownBy(() -> Split.parse(shares))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining("--split=" + shares);
  }

  @Test
  void isNoneWithoutTheOption() {
    assertThat(Split.parse(null)).isNull();
  }
}
