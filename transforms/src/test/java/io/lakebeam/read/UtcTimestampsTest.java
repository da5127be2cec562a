package io.lakebeam.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that are UTC unless they say otherwise, compared with java.time. */
class UtcTimestampsTest {
  private static final long FIRST_SECOND = Instant.parse("0001-01-02T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();

  @Property
  void readsEveryFormOfATime(
      @ForAll long second,
      @ForAll @IntRange(max = 999_999) int micros,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes)
      throws BadValue {
    Instant time =
        Instant.ofEpochSecond(Math.floorMod(second, LAST_SECOND - FIRST_SECOND) + FIRST_SECOND)
            .plus(micros, ChronoUnit.MICROS);
    long expected = time.getEpochSecond() * 1_000_000 + micros;
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    for (String separator : new String[] {" ", "'T'"}) {
      DateTimeFormatter local =
          DateTimeFormatter.ofPattern("uuuu-MM-dd" + separator + "HH:mm:ss.SSSSSS");
      String utc = local.format(time.atOffset(ZoneOffset.UTC));
      for (String zone : new String[] {"", "Z", " UTC", "+00:00"}) {
        assertThat(parse(utc + zone)).isEqualTo(expected);
      }
      String elsewhere = local.format(time.atOffset(offset));
      assertThat(parse(elsewhere + offset.getId())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2019-10-01 00:00:00UTC",
        "2019-10-01 00:00:00 UT",
        "2019-10-01 00:00:00 UTC ",
        "2019-10-01 00:00:00 Z",
        "2019-10-01\t00:00:00",
        "2019-10-01 00:00:00.",
        "2019-10-01 00:00:0",
        "2019-10-01 00:00:60"
      })
  void refusesWhatIsNearlyATime(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(BadValue.class)
        .hasMessageContaining("is not a time such as 2019-10-01 00:00:00 UTC");
  }

  private static long parse(String text) throws BadValue {
    byte[] bytes = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
    return IsoTimestamps.parseUtc(bytes, 1, bytes.length - 1);
  }
}
