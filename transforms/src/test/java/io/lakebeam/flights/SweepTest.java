package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class SweepTest {
  /** Flights on a line from pole to pole; an answer holds ten. */
  private static final class Line implements FlightSource {
    private final int flights;
    private final Predicate<Zone> fails;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger freshStarts = new AtomicInteger();
    private boolean degraded;
    private boolean ignoresBounds;
    private boolean hollow;

    Line(int flights, Predicate<Zone> fails) {
      this.flights = flights;
      this.fails = fails;
    }

    @Override
    public List<Zone> zones() {
      return List.of(Zone.of(90, -90, -180, 180));
    }

    @Override
    public ZoneAnswer flights(Zone zone) {
      asked.incrementAndGet();
      if (fails.test(zone)) {
        throw new LakeException(ExitCode.BAD_PLACE, "zone " + zone.bounds() + " gave up");
      }
      ZoneAnswer answer = new ZoneAnswer(flights, 10);
      boolean empty = degraded || (hollow && zone.north() - zone.south() < 180);
      for (int i = 0; i < flights && !empty && !answer.isFull(); i++) {
        double latitude = 180.0 * (i + 0.5) / flights - 90;
        boolean inside =
            latitude <= zone.north()
                && latitude >= zone.south()
                && zone.west() <= 1
                && zone.east() >= 1;
        if (inside || ignoresBounds) {
          answer.add(
              Observation.builder()
                  .flightId("f" + i)
                  .latitudeMicros(0)
                  .longitudeMicros(0)
                  .onGround(false)
                  .observedAtSeconds(1)
                  .build());
        }
      }
      return answer;
    }

    @Override
    public List<Airport> airports() {
      return List.of();
    }

    @Override
    public List<Airline> airlines() {
      return List.of();
    }

    @Override
    public void startAfresh() {
      freshStarts.incrementAndGet();
    }
  }

  private static Set<String> ids(Sweep sweep) {
    Set<String> ids = new HashSet<>();
    sweep.answers().forEach(answer -> answer.flights().forEach(each -> ids.add(each.flightId())));
    return ids;
  }

  @Test
  void cutsFullZonesUntilEveryFlightWasSeen() throws IOException {
    Line source = new Line(1_000, zone -> false);
    Sweep sweep = Sweep.of(source, false);
    assertThat(ids(sweep)).hasSize(1_000);
    assertThat(sweep.answers()).noneMatch(ZoneAnswer::isFull);
    assertThat(sweep.missing()).isEmpty();
  }

  @Test
  void oneFailedZoneFailsAll() {
    Line source = new Line(100, zone -> zone.south() > 60);
    assertThatThrownBy(() -> Sweep.of(source, false))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("gave up");
  }

  @Test
  void namesTheZonesThatAreMissingWhereTheyMay() throws IOException {
    Line source = new Line(100, zone -> zone.north() > 60 && zone.south() > 0);
    Sweep sweep = Sweep.of(source, true);
    assertThat(sweep.missing()).isNotEmpty();
    assertThat(sweep.missing().keySet()).allMatch(zone -> zone.south() > 0);
    assertThat(ids(sweep)).hasSizeBetween(50, 99).contains("f0").doesNotContain("f99");
  }

  @Test
  void asksAsAStrangerWhereFlightsAreClaimedAndNoneIsGiven() throws IOException {
    Line source = new Line(5, zone -> false);
    source.degraded = true;
    assertThatThrownBy(() -> Sweep.of(source, true))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("counts 5 flights and gives none");
    assertThat(source.freshStarts).hasValue(1);
    assertThat(source.asked).hasValue(2);
  }

  @Test
  void aFullZoneWithEmptyQuartersIsADegradedBackEnd() {
    Line source = new Line(100, zone -> false);
    source.hollow = true;
    assertThatThrownBy(() -> Sweep.of(source, true))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("gives no flight in its quarters");
    assertThat(source.freshStarts).hasValue(1);
  }

  @Test
  void endsWhereTheSourceIgnoresBounds() {
    Line source = new Line(100, zone -> false);
    source.ignoresBounds = true;
    assertThatThrownBy(() -> Sweep.of(source, true))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("ignore");
    assertThat(source.asked).hasValueLessThanOrEqualTo(1_000);
  }

  @Test
  void anEmptySkyIsNoFailure() throws IOException {
    Line source = new Line(0, zone -> false);
    assertThat(ids(Sweep.of(source, false))).isEmpty();
    assertThat(source.freshStarts).hasValue(0);
  }
}
