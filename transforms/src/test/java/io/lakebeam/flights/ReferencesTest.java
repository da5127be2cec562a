package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakebeam.lake.ExitCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  @ParameterizedTest
  @CsvSource({
    "France,Europe",
    "Russia,Europe",
    "Turkey,Asia",
    "Türkiye,Asia",
    "Cyprus,Asia",
    "Georgia,Asia",
    "Armenia,Asia",
    "Azerbaijan,Asia",
    "Kazakhstan,Asia",
    "Greenland,North America",
    "United States,North America",
    "Mexico,North America",
    "Panama,North America",
    "Cuba,North America",
    "Brazil,South America",
    "Colombia,South America",
    "Egypt,Africa",
    "Reunion,Africa",
    "Cote d'Ivoire,Africa",
    "Ivory Coast,Africa",
    "Democratic Republic Of The Congo,Africa",
    "Australia,Oceania",
    "Fiji,Oceania",
    "French Polynesia,Oceania",
    "Antarctica,Antarctica",
    "Myanmar (Burma),Asia",
    "Hong Kong,Asia",
    "Macau,Asia",
    "Taiwan,Asia",
    "South Korea,Asia",
    "Czech Republic,Europe",
    "Czechia,Europe",
    "Saint Kitts And Nevis,North America",
    "Trinidad & Tobago,North America",
    "Bosnia and Herzegovina,Europe",
    "United Kingdom,Europe",
    "Kosovo,Europe",
    "Timor-Leste (East Timor),Asia",
    "United States Minor Outlying Islands,Oceania"
  })
  void continentsFollowTheCountryByM49(String country, String continent) {
    assertThat(Continents.of(country)).isEqualTo(continent);
  }

  @Test
  void aCountryThatNobodyKnowsHasNoContinent() {
    assertThat(Continents.of("Atlantis")).isNull();
    assertThat(Continents.of(null)).isNull();
  }

  @Test
  void everyAirportOfTheSampleHasAContinent() {
    assertThat(new SampleSky(1).airports())
        .allSatisfy(each -> assertThat(Continents.of(each.country())).as(each.iata()).isNotNull());
  }

  /** Haversine, written apart, on the same sphere. */
  @ParameterizedTest
  @CsvSource({
    "49.01,2.55,40.64,-73.78",
    "1,2,1,2",
    "0,0,0,180",
    "90,0,-90,0",
    "-33.95,151.18,64.0,-22.6",
    "10,179.9,10,-179.9"
  })
  void distancesAreThoseOfTheHaversineFormula(double lat1, double lon1, double lat2, double lon2) {
    double phi1 = Math.toRadians(lat1);
    double phi2 = Math.toRadians(lat2);
    double a =
        Math.pow(Math.sin((phi2 - phi1) / 2), 2)
            + Math.cos(phi1)
                * Math.cos(phi2)
                * Math.pow(Math.sin(Math.toRadians(lon2 - lon1) / 2), 2);
    double expected = 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(a)));
    assertThat(GreatCircle.centikilometers(lat1, lon1, lat2, lon2) / 100.0)
        .isCloseTo(expected, within(0.006));
  }

  @Test
  void joinsWhatIsKnownAndLeavesTheRestEmpty() {
    References references =
        new References(
            List.of(
                Airport.of("CDG", "Paris", "France", 49.01, 2.55),
                Airport.of("CDG", "Second", "Spain", 0.0, 0.0),
                Airport.of("BAD", "Nowhere", "Brazil", null, null)),
            List.of(Airline.of("AFR", "Air France")));
    Flight flight =
        references.join(
            Observation.builder()
                .flightId("1")
                .aircraftCode("ZZZZ")
                .airlineIcao("AFR")
                .originIata("CDG")
                .destinationIata("BAD")
                .latitudeMicros(1)
                .longitudeMicros(2)
                .onGround(false)
                .observedAtSeconds(3)
                .build());

    assertThat(flight.getAircraftModel()).as("stands for itself").isEqualTo("ZZZZ");
    assertThat(flight.getAircraftManufacturer()).isNull();
    assertThat(flight.getAirlineName()).isEqualTo("Air France");
    assertThat(flight.getOriginName()).isEqualTo("Paris");
    assertThat(flight.getOriginContinent()).isEqualTo("Europe");
    assertThat(flight.getDestinationContinent()).isEqualTo("South America");
    assertThat(flight.getDistanceCentikilometers()).isNull();
    assertThat(flight.getObservedAtMicros()).isEqualTo(3_000_000);
  }

  @Test
  void knowsCommonTypesAndAirlines() {
    assertThat(AircraftTypes.manufacturer("B38M")).isEqualTo("Boeing");
    assertThat(AircraftTypes.model("A21N")).isEqualTo("A321neo");
    assertThat(AirlineCountries.of("AFR")).isEqualTo("France");
    assertThat(AirlineCountries.of("XXX")).isNull();
  }

  @Test
  void slotsBeginAtEvenHours() {
    assertThat(Slot.at(Instant.parse("2026-11-20T15:59:59Z"))).hasToString("2026-11-20T14");
    assertThat(Slot.parse("2026-12-31T22").plus(1)).hasToString("2027-01-01T00");
    assertThat(Slot.ofPath("/lake/raw/flights/date=2026-11-20/hour=08/part-1.csv"))
        .contains(Slot.parse("2026-11-20T08"));
    assertThat(Slot.ofPath("/lake/raw/flights/date=2026-11-20/part-1.csv")).isEmpty();
    assertThat(Slot.ofPath("/lake/date=2026-02-30/hour=08/x")).isEmpty();
  }

  @Test
  void areWrittenInTheSameDigitsEverywhere() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Slot.parse("2026-11-20T08").directory()).isEqualTo("date=2026-11-20/hour=08/");
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T15", "2026-02-30T10", "2026-11-20", "now", "2026-11-20T24"})
  void refusesWhatNamesNoSlot(String text) {
    assertThatThrownBy(() -> Slot.parse(text))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS);
  }
}
