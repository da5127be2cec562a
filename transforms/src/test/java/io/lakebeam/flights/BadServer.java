package io.lakebeam.flights;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface that answers as it is told, well or badly. */
final class BadServer implements AutoCloseable {
  /** One answer. */
  interface Answer {
    void give(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Answer> script = new ArrayDeque<>();
  private final List<Long> nanosOfRequests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> cookies = Collections.synchronizedList(new ArrayList<>());

  BadServer(Answer afterwards) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, afterwards));
    server.start();
  }

  private void serve(HttpExchange exchange, Answer afterwards) throws IOException {
    nanosOfRequests.add(System.nanoTime());
    cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
    Answer next;
    synchronized (script) {
      next = script.poll();
    }
    try {
      (next == null ? afterwards : next).give(exchange);
    } finally {
      exchange.close();
    }
  }

  /** Answers with these first, then with what it was made with. */
  BadServer first(Answer... answers) {
    synchronized (script) {
      Collections.addAll(script, answers);
    }
    return this;
  }

  static Answer json(String json) {
    return exchange -> send(exchange, 200, "application/json", json);
  }

  static Answer html() {
    return exchange -> send(exchange, 200, "text/html", "<html>Are you a robot?</html>");
  }

  static Answer status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      send(exchange, status, "text/plain", "no");
    };
  }

  /** Fewer bytes than were announced. */
  static Answer cut(String json) {
    return exchange -> {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  /** Half of the answer, and then nothing for a while. */
  static Answer slow(String json, long millis) {
    return exchange -> {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int requests() {
    return nanosOfRequests.size();
  }

  List<Long> nanosOfRequests() {
    return List.copyOf(nanosOfRequests);
  }

  List<String> cookies() {
    return List.copyOf(cookies);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
