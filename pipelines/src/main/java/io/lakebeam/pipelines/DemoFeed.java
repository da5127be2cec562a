package io.lakebeam.pipelines;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lakebeam.flights.SampleFeed;
import io.lakebeam.flights.Slot;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A feed of made-up flights on the loopback interface, in the place of FlightRadar24's. */
final class DemoFeed implements Closeable {
  private final HttpServer server;

  private DemoFeed(HttpServer server) {
    this.server = server;
  }

  /** Begins to answer, on a port that is free. */
  static DemoFeed start(Slot slot, int flights) throws IOException {
    SampleFeed feed = new SampleFeed(1, slot, flights);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/zones/fcgi/feed.js",
        exchange -> answer(exchange, () -> feed.feed(bounds(exchange.getRequestURI().getQuery()))));
    server.createContext("/_json/airports.php", exchange -> answer(exchange, feed::airports));
    server.createContext("/_json/airlines.php", exchange -> answer(exchange, feed::airlines));
    server.start();
    return new DemoFeed(server);
  }

  private static String bounds(String query) {
    return query.replaceFirst("^(.*&)?bounds=", "").replaceFirst("&.*", "");
  }

  private static void answer(HttpExchange exchange, Supplier<String> json) throws IOException {
    try {
      byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } finally {
      exchange.close();
    }
  }

  /** The base URL. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
