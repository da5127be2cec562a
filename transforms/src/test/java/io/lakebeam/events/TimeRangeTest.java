package io.lakebeam.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
  @Test
  void isNamedByItsEnds() {
    assertThat(TimeRange.parse("2019-10-20 00:00:00", "2019-11-05T23:00:00Z").name())
        .isEqualTo("20191020T000000Z-20191105T230000Z");
    assertThat(TimeRange.parse("2019-10-20T02:00:00+02:00", "2019-10-20 23:59:59.999999").name())
        .isEqualTo("20191020T000000Z-20191020T235959.999999Z");
  }

  @Test
  void isNamedTheSameInEveryLocale() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(TimeRange.parse("2019-10-20 00:00:00.5", "2019-10-20 23:59:59.999999").name())
          .isEqualTo("20191020T000000.500000Z-20191020T235959.999999Z");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void includesBothEnds() {
    TimeRange range = TimeRange.parse("2019-10-20 00:00:00", "2019-10-20 00:00:01");
    assertThat(range.contains(range.startMicros())).isTrue();
    assertThat(range.contains(range.startMicros() - 1)).isFalse();
    assertThat(range.contains(range.endMicros())).isTrue();
    assertThat(range.contains(range.endMicros() + 1)).isFalse();
  }

  @Test
  void touchesMonthsOfUtc() {
    TimeRange range = TimeRange.parse("2019-10-31T23:30:00-01:00", "2019-12-01T00:30:00+01:00");
    assertThat(range.firstMonth()).isEqualTo(YearMonth.of(2019, 11));
    assertThat(range.lastMonth()).isEqualTo(YearMonth.of(2019, 11));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-10-20 00:00:00, 2019-10-20 00:00:00, must be before",
    "2019-10-20 00:00:01, 2019-10-20 00:00:00, must be before",
    "yesterday, 2019-10-20 00:00:00, --start=yesterday must be a time",
    "2019-10-20 00:00:00, 2019-10-32 00:00:00, --end=2019-10-32 00:00:00 must be a time"
  })
  void refusesWhatIsNoRange(String start, String end, String message) {
    assertThatThrownBy(() -> TimeRange.parse(start, end))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining(message);
  }
}
