package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyFilesTest {
  private static final YearMonth DECEMBER = YearMonth.of(2019, 12);
  private static final YearMonth FEBRUARY = YearMonth.of(2020, 2);

  @Test
  void namesEveryMonthInEnglish() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(MonthlyFiles.expand("gs://b/{yyyy-MMM}.csv", DECEMBER, FEBRUARY))
          .isEqualTo("gs://b/2019-Dec.csv,gs://b/2020-Jan.csv,gs://b/2020-Feb.csv");
      assertThat(MonthlyFiles.expand("{yyyy-MMM}", YearMonth.of(2020, 9), YearMonth.of(2020, 9)))
          .isEqualTo("2020-Sep");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void fillsInEveryPlaceAndLeavesTheRest() {
    assertThat(MonthlyFiles.expand("a.csv,in/{yyyy}/{MM}/*.csv", DECEMBER, YearMonth.of(2020, 1)))
        .isEqualTo("a.csv,in/2019/12/*.csv,in/2020/01/*.csv");
  }

  @ParameterizedTest
  @CsvSource({"in/{a}.csv", "in/{2019-Oct}.csv", "in/*.csv", "in/{}.csv"})
  void leavesGlobsAlone(String glob) {
    assertThat(MonthlyFiles.expand(glob, DECEMBER, FEBRUARY)).isEqualTo(glob);
  }

  @Test
  void refusesAPatternThatIsNone() {
    assertThatThrownBy(() -> MonthlyFiles.expand("{MMMMMM}.csv", DECEMBER, FEBRUARY))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining("{MMMMMM}");
  }
}
