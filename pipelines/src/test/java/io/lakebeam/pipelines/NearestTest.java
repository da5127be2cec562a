package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("trades-ingest", "trades-average", "trades-top", "demo");

  @ParameterizedTest
  @CsvSource({
    "trade-top,trades-top",
    "TRADES-TOP,trades-top",
    "trades-avg,trades-average",
    "dmeo,demo",
    "trades-ingets,trades-ingest"
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(Nearest.to(typed, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"flights", "x", "''"})
  void suggestsNothingThatIsFar(String typed) {
    assertThat(Nearest.to(typed, NAMES)).isEmpty();
  }

  @Test
  void prefersTheFirstOfEquallyNear() {
    assertThat(Nearest.to("abcx", List.of("abcd", "abce"))).contains("abcd");
  }

  @Test
  void countsASwapOfNeighboursOnce() {
    assertThat(Nearest.distance("tpo", "top")).isEqualTo(1);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(5);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Property(tries = 200)
  void measuresBothWaysAlikeAndZeroOnlyForEqualTexts(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Nearest.distance(a, b)).isEqualTo(Nearest.distance(b, a));
    assertThat(Nearest.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Nearest.distance(a, b)).isLessThanOrEqualTo(a.length() + b.length());
  }
}
