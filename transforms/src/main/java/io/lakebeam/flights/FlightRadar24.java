package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.read.BadValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * FlightRadar24's public web endpoints. The live feed answers with one JSON object: {@code
 * full_count}, {@code version}, and per flight id an array of 19 values (18 in old records, without
 * the airline); an answer holds at most 1,500 flights.
 */
final class FlightRadar24 implements FlightSource {
  static final String FEED = "https://data-cloud.flightradar24.com";
  static final String WWW = "https://www.flightradar24.com";

  private static final int MOST_FLIGHTS = 1_500;
  private static final String STEP = "ReadLiveFeed";
  private static final String FEED_PATH = "/zones/fcgi/feed.js?bounds=";
  private static final String FEED_OPTIONS =
      "&faa=1&satellite=1&mlat=1&flarm=1&adsb=1&gnd=1&air=1&vehicles=0&estimated=1&gliders=0&stats=0"
          + "&maxage=14400";

  private final JsonClient client;
  private final String feedUrl;
  private final String wwwUrl;

  /**
   * @param feedUrl of the live feed, without a slash at its end
   * @param wwwUrl of airports and airlines
   */
  FlightRadar24(JsonClient client, String feedUrl, String wwwUrl) {
    this.client = client;
    this.feedUrl = feedUrl;
    this.wwwUrl = wwwUrl;
  }

  /** Eight parts: nearly every answer about more than that is full. */
  @Override
  public List<Zone> zones() {
    List<Zone> zones = new ArrayList<>();
    for (int west = -180; west < 180; west += 90) {
      zones.add(Zone.of(90, 0, west, west + 90));
      zones.add(Zone.of(0, -90, west, west + 90));
    }
    return zones;
  }

  @Override
  public ZoneAnswer flights(Zone zone) {
    URI address = URI.create(feedUrl + FEED_PATH + zone.bounds() + FEED_OPTIONS);
    JsonNode feed = client.get(address, "full_count", JsonNode::isNumber);
    ZoneAnswer answer = new ZoneAnswer(feed.path("full_count").asLong(), MOST_FLIGHTS);
    long position = 0;
    for (Iterator<Map.Entry<String, JsonNode>> fields = feed.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      // The feed's own numbers and statistics stand among the flights.
      if (field.getValue().isArray() || field.getValue().isNull()) {
        add(field.getKey(), field.getValue(), SourceRecord.at(STEP, address, position), answer);
      }
      position++;
    }
    return answer;
  }

  private static void add(String id, JsonNode values, SourceRecord place, ZoneAnswer answer) {
    try {
      answer.add(FeedRecord.parse(id, values));
    } catch (BadValue e) {
      answer.add(place.reject(e, id, values));
    }
  }

  @Override
  public List<Airport> airports() {
    List<Airport> airports = new ArrayList<>();
    for (JsonNode row : rows("/_json/airports.php")) {
      String iata = JsonValues.text(row.path("iata"));
      if (iata != null) {
        airports.add(
            Airport.of(
                iata,
                JsonValues.text(row.path("name")),
                JsonValues.text(row.path("country")),
                JsonValues.degrees(row.path("lat"), 90),
                JsonValues.degrees(row.path("lon"), 180)));
      }
    }
    return airports;
  }

  @Override
  public List<Airline> airlines() {
    List<Airline> airlines = new ArrayList<>();
    for (JsonNode row : rows("/_json/airlines.php")) {
      String icao = JsonValues.text(row.path("ICAO"));
      String name = JsonValues.text(row.path("Name"));
      if (icao != null && name != null) {
        airlines.add(Airline.of(icao, name));
      }
    }
    return airlines;
  }

  private JsonNode rows(String path) {
    URI address = URI.create(wwwUrl + path);
    JsonNode rows = client.get(address).path("rows");
    if (!rows.isArray() || rows.isEmpty()) {
      throw new LakeException(ExitCode.BAD_PLACE, address + " answers without rows");
    }
    return rows;
  }

  @Override
  public void startAfresh() {
    client.dropCookies();
  }
}
