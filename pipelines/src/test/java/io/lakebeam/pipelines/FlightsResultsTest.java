package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.testing.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the indicators say is what DuckDB says of the same raw files, in SQL, on every runner. */
class FlightsResultsTest {
  private static final String HEADER =
      "flight_id,aircraft_code,aircraft_model,aircraft_manufacturer,registration,airline_icao,"
          + "airline_name,flight_number,origin_iata,origin_name,origin_country,origin_continent,"
          + "destination_iata,destination_name,destination_country,destination_continent,latitude,"
          + "longitude,altitude_ft,ground_speed_kt,on_ground,observed_at,distance_km\n";

  private static final Map<String, String> ORACLE = new LinkedHashMap<>();

  static {
    ORACLE.put(
        "airline_with_most_flights",
        "SELECT date, hour, airline_icao, min(airline_name), count(*) AS n FROM active"
            + " GROUP BY date, hour, airline_icao QUALIFY n = max(n) OVER (PARTITION BY date, hour)");
    ORACLE.put(
        "airline_with_most_active_regional_flights_by_continent",
        "SELECT date, hour, origin_continent, airline_icao, min(airline_name), count(*) AS n"
            + " FROM active WHERE origin_continent = destination_continent GROUP BY"
            + " date, hour, origin_continent, airline_icao"
            + " QUALIFY n = max(n) OVER (PARTITION BY date, hour, origin_continent)");
    ORACLE.put(
        "longest_flight",
        "SELECT date, hour, flight_id, aircraft_model, airline_name, origin_name,"
            + " destination_name, distance_km FROM active WHERE distance_km IS NOT NULL QUALIFY"
            + " distance_km::DECIMAL(9,2) = max(distance_km::DECIMAL(9,2)) OVER (PARTITION BY date,"
            + " hour)");
    ORACLE.put(
        "average_flight_length_by_continent",
        "SELECT date, hour, origin_continent, round_even(sum(distance_km::DECIMAL(9,2))::DOUBLE"
            + " / count(*), 2)::DECIMAL(9,2), count(*) FROM active WHERE distance_km IS NOT NULL"
            + " AND origin_continent IS NOT NULL GROUP BY ALL");
    ORACLE.put(
        "aircraft_manufacturer_with_most_active_flights",
        "SELECT date, hour, aircraft_manufacturer, count(*) AS n FROM active WHERE"
            + " aircraft_manufacturer IS NOT NULL GROUP BY date, hour, aircraft_manufacturer QUALIFY n = max(n) OVER (PARTITION"
            + " BY date, hour)");
    ORACLE.put(
        "most_used_aircraft_models_by_airline_country",
        "SELECT date, hour, country, rank() OVER (PARTITION BY date, hour, country ORDER BY"
            + " count(*) DESC) AS r, aircraft_model, count(*) FROM active JOIN read_csv("
            + "'../transforms/src/main/resources/flights/airline-countries.csv', comment = '#')"
            + " ON airline_icao = icao WHERE aircraft_model IS NOT NULL GROUP BY date, hour,"
            + " country, aircraft_model QUALIFY r <= 3");
    ORACLE.put(
        "airport_with_greatest_departure_arrival_difference",
        "SELECT date, hour, iata, min(name), sum(d) AS departures, sum(a) AS arrivals,"
            + " abs(sum(d) - sum(a)) AS n FROM (SELECT date, hour, origin_iata AS iata,"
            + " origin_name AS name, 1 AS d, 0 AS a FROM active UNION ALL SELECT date, hour,"
            + " destination_iata, destination_name, 0, 1 FROM active) WHERE iata IS NOT NULL GROUP"
            + " BY date, hour, iata QUALIFY n = max(n) OVER (PARTITION BY date, hour) AND n > 0");
  }

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  @ParameterizedTest
  @EnumSource
  void areWhatTheOracleComputes(OnRunner runner) throws IOException {
    lake.run("generate", "--family=flights", "--rows=4000", "--seed=7", "--dirty=0.002").done();
    writeCorners();
    lake.run(runner.with("flights-indicators", "--slot=all", "--runId=all")).done();

    for (String indicator : ORACLE.keySet()) {
      assertThat(rows(indicator))
          .as(indicator)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(expected(indicator));
    }
    var report = lake.readReport("flights-indicators", "all");
    assertThat(report.at("/counters/read").asInt()).isEqualTo(4_012);
    assertThat(report.at("/counters/rejected").asInt()).isEqualTo(8);
    assertThat(report.at("/filtered_by/duplicate").asInt()).isEqualTo(2);
    assertThat(report.at("/filtered_by/on_ground").asInt()).isPositive();
    assertThat(report.at("/filtered_by/no_airline").asInt()).isPositive();
    assertThat(report.at("/slots_without_active_flights").toString())
        .isEqualTo("[{\"slot\":\"2026-11-20T16\"}]");
    assertThat(report.at("/outputs")).hasSize(7 * 5);
    assertThat(lake.leftovers()).isEmpty();
  }

  /** Ties, no airports, no airline, on the ground, the same flight twice; and an empty slot. */
  private void writeCorners() {
    String paris = "CDG,Paris,France,Europe,";
    String rome = "FCO,Rome,Italy,Europe,";
    String tokyo = "HND,Tokyo,Japan,Asia,";
    String nowhere = ",,,,";
    lake.write(
        "raw/flights/date=2026-11-20/hour=14/part-1.csv",
        HEADER
            + line("t1", "AFR,Air France", "A320,Airbus", paris + rome, "false,10", "1100.00")
            + line("t2", "ITY,ITA Airways", "A320,Airbus", rome + paris, "false,10", "1100.00")
            + line("t3", "AFR,Air France", "737-800,Boeing", rome + paris, "false,10", "1100.01")
            + line("t4", "ITY,ITA Airways", "737-800,Boeing", paris + tokyo, "false,10", "9700.50")
            + line("t5", "XXX,", "ZZZZ,", tokyo + paris, "false,10", "9700.50")
            + line("t6", "XXX,", "ZZZZ,", nowhere + nowhere, "false,10", ""));
    lake.write(
        "raw/flights/date=2026-11-20/hour=14/part-2.csv",
        HEADER
            + line("g1", "AFR,Air France", "A320,Airbus", paris + rome, "true,10", "1100.00")
            + line("n1", ",", "A320,Airbus", paris + rome, "false,10", "1100.00")
            + line("n2", "\"\",", "A320,Airbus", paris + rome, "false,10", "1100.00")
            + line("t1", "AFR,Air France", "A320,Airbus", paris + rome, "true,09", "1100.00")
            + line("t6", "QFA,Qantas", "A380-800,Airbus", nowhere + paris, "false,11", "")
            + line(
                "d9",
                "AFR,\"Air, \"\"France\"\"\"",
                "A320,Airbus",
                nowhere + rome,
                "false,10",
                ""));
    lake.write("raw/flights/date=2026-11-20/hour=16/part-1.csv", HEADER);
  }

  private static String line(
      String id, String airline, String model, String airports, String seen, String distance) {
    String[] state = seen.split(",");
    return id
        + ",CODE,"
        + model
        + ",F-X,"
        + airline
        + ",N1,"
        + airports
        + "1.000000,2.000000,35000,450,"
        + state[0]
        + ",2026-11-20T14:"
        + state[1]
        + ":00Z,"
        + distance
        + "\n";
  }

  @Test
  void replaceTheirOwnSlotOnlyAndLeaveNoStaleRowBehind() {
    writeCorners();
    lake.run("flights-indicators", "--slot=2026-11-20T14").done();
    Ended empty = lake.run("flights-indicators").done();
    assertThat(empty.out()).contains("slots_without_active_flights");
    assertThat(rows("longest_flight")).hasSize(2);

    lake.write("raw/flights/date=2026-11-20/hour=14/part-1.csv", HEADER);
    lake.write("raw/flights/date=2026-11-20/hour=14/part-2.csv", HEADER);
    lake.run("flights-indicators", "--slot=2026-11-20T14").done();
    for (String indicator : ORACLE.keySet()) {
      assertThat(rows(indicator)).as(indicator).isEmpty();
      assertThat(lake.tree("gold/flights/" + indicator).stream().filter(n -> n.endsWith(".csv")))
          .hasSize(2);
    }
    assertThat(lake.run("flights-report").done().out())
        .contains("This slot has no active flights.");
  }

  @Test
  void regionalOnlyAveragesFlightsThatStayOnTheirContinent() {
    writeCorners();
    lake.run("flights-indicators", "--slot=2026-11-20T14", "--regionalOnly").done();
    assertThat(rows("average_flight_length_by_continent"))
        .containsExactly("2026-11-20|14|Europe|1100.00|3");
  }

  @Test
  void areTheSameInParquet() {
    writeCorners();
    lake.run("flights-indicators", "--slot=2026-11-20T14", "--format=parquet").done();
    assertThat(
            lake.rows(
                "gold/flights/longest_flight", "flight_id, aircraft_model, distance_km, hour"))
        .containsExactly("t4|737-800|9700.50|14", "t5|ZZZZ|9700.50|14");
    assertThat(lake.run("flights-report").done().out()).contains("9700.50");
  }

  @Test
  void nameWhatIsNotThere() {
    lake.run("flights-indicators").failed(3);
    writeCorners();
    assertThat(lake.run("flights-indicators", "--slot=2026-11-20T10").failed(3))
        .contains("no raw flights of slot 2026-11-20T10; the latest are of 2026-11-20T16");
    assertThat(lake.run("flights-indicators", "--slot=2026-11-20T11").failed(2))
        .contains("even hour");
    assertThat(lake.run("flights-report").failed(3)).contains("run flights-indicators");
  }

  @Test
  void thePageHoldsTheNumbersOfTheTables() throws IOException {
    lake.run("generate", "--family=flights", "--rows=3000").done();
    lake.run("flights-indicators").done();
    lake.run("flights-report", "--format=html").done();
    String page = Files.readString(temp.resolve("reports/flights/index.html"));

    assertThat(page).doesNotContain("{{").doesNotContain("<script").doesNotContain("http");
    for (String indicator : ORACLE.keySet()) {
      String table =
          page.replaceFirst("(?s).*<table id=\"" + indicator + "\">", "")
              .replaceFirst("(?s)</table>.*", "");
      List<String> rows = rows(indicator);
      assertThat(table.split("<tr>")).as(indicator).hasSize(rows.size() + 2);
      for (String row : rows) {
        for (String value : row.split("\\|")) {
          assertThat(table + "2025-01-01|04|null").contains(value);
        }
      }
    }
    for (String row : rows("average_flight_length_by_continent")) {
      assertThat(page).contains(">" + row.split("\\|")[3] + "</text>");
    }
  }

  @Test
  void thePageShowsNamesAsTextAndLeavesOutRecordsThatAreNoFlights() throws IOException {
    String paris = "CDG,Paris,France,Europe,";
    String name = "AFR,\"<b>Air</b> & \"\"Sons\"\"\"";
    lake.write(
        "raw/flights/date=2026-11-20/hour=14/part-1.csv",
        HEADER
            + line("t1", name, "A320,Airbus", paris + paris, "false,10", "0.00")
            + line("t2", name, "A320,Airbus", paris + paris, "perhaps,10", "0.00")
            + "half a line\n");
    lake.run("flights-indicators", "--maxRejectRatio=1").done();
    lake.run("flights-report").done();
    lake.run("flights-report", "--format=html").done();

    assertThat(temp.resolve("reports/flights/index.html"))
        .content()
        .contains("<p>1 flights in the air.</p>")
        .contains("<td>&lt;b&gt;Air&lt;/b&gt; &amp; &quot;Sons&quot;</td>")
        .doesNotContain("<b>");
  }

  @Test
  void leaveFilesThatLieInNoSlotAlone() {
    lake.write("raw/flights/notes.txt", "x");
    lake.write("raw/flights/date=2020-01-01x/hour=02/part.csv", "x");
    assertThat(lake.run("flights-indicators").failed(3)).contains("no file lies in a slot");
    writeCorners();
    lake.run("flights-indicators", "--slot=2026-11-20T14").done();
    assertThat(rows("longest_flight")).hasSize(2);
    lake.run("flights-indicators", "--slot=all").done();
  }

  private List<String> rows(String indicator) {
    return DuckDb.rows(
        "SELECT date, hour, * EXCLUDE (date, hour) FROM read_csv('"
            + temp
            + "/gold/flights/"
            + indicator
            + "/**/*.csv', hive_partitioning = true, hive_types_autocast = false, header = true,"
            + " all_varchar = true, allow_quoted_nulls = false, delim = ',', quote = '\"', escape = '\"') ORDER BY ALL");
  }

  private List<String> expected(String indicator) {
    return DuckDb.rows(
        "WITH raw AS (SELECT * FROM read_csv('"
            + temp
            + "/raw/flights/**/*.csv', hive_partitioning = true, hive_types_autocast = false,"
            + " header = true, all_varchar = true, allow_quoted_nulls = false, delim = ',', quote = '\"', escape = '\"')"
            + " WHERE flight_id IS NOT NULL AND on_ground IN ('true', 'false')"
            + " AND try_cast(latitude AS DOUBLE) IS NOT NULL"
            + " AND try_cast(observed_at AS TIMESTAMPTZ) IS NOT NULL),"
            + " flights AS (SELECT * FROM raw QUALIFY row_number() OVER (PARTITION BY date, hour,"
            + " flight_id ORDER BY observed_at DESC) = 1),"
            + " active AS (SELECT * FROM flights WHERE on_ground = 'false' AND airline_icao <> '') "
            + ORACLE.get(indicator)
            + " ORDER BY ALL");
  }
}
