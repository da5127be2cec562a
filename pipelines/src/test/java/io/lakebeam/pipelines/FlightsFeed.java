package io.lakebeam.pipelines;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A live feed whose answer about a zone a test decides; airports and airlines are few. */
final class FlightsFeed implements AutoCloseable {
  /** An answer with a status that is not 200. */
  static final String UNAVAILABLE = "";

  private static final String AIRPORTS =
      "{\"rows\": [{\"name\":\"Paris\",\"iata\":\"CDG\",\"lat\":49.01,\"lon\":2.55,\"country\":\"France\"},"
          + "{\"name\":\"New York\",\"iata\":\"JFK\",\"lat\":40.64,\"lon\":-73.78,"
          + "\"country\":\"United States\"}]}";
  private static final String AIRLINES = "{\"rows\": [{\"Name\":\"Air France\",\"ICAO\":\"AFR\"}]}";

  private final AtomicReference<Function<String, String>> feed = new AtomicReference<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;

  /**
   * @param feed what is answered about {@code north,south,west,east}
   */
  FlightsFeed(Function<String, String> feed) throws IOException {
    this.feed.set(feed);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/_json/airports.php", query -> AIRPORTS);
    answer("/_json/airlines.php", query -> AIRLINES);
    answer(
        "/zones/fcgi/feed.js",
        query -> this.feed.get().apply(query.replaceFirst("bounds=([^&]*).*", "$1")));
    server.start();
  }

  /** A record of a flight from Paris to New York. */
  static String flight(String id, String type, int onGround) {
    return String.format(
        "\"%s\": [\"\",50,10,0,35000,450,\"\",\"\",\"%s\",\"F-X\",1732111200,\"CDG\",\"JFK\",\"AF1\",%d,0,\"\","
            + "0,\"AFR\"]",
        id, type, onGround);
  }

  static String feed(String... flights) {
    return "{\"full_count\": 1"
        + (flights.length == 0 ? "" : ",")
        + String.join(",", flights)
        + "}";
  }

  void setFeed(Function<String, String> answer) {
    feed.set(answer);
  }

  private void answer(String path, Function<String, String> text) {
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          byte[] body =
              text.apply(exchange.getRequestURI().getQuery() + "").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, Math.max(1, body.length));
          exchange.getResponseBody().write(body.length == 0 ? new byte[1] : body);
          exchange.close();
        });
  }

  /** How many there were so far, those for airports and airlines among them. */
  int requests() {
    return requests.get();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
