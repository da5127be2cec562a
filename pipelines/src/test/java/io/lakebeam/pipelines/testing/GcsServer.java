package io.lakebeam.pipelines.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Google Cloud Storage on a free port of loopback: as much of its JSON API as Beam's file system
 * uses. Objects live in memory. It asks for no credentials.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1">the JSON API</a>
 */
public final class GcsServer implements AutoCloseable {
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final GcsObjects objects;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  private GcsServer(HttpServer http, GcsObjects objects) {
    this.http = http;
    this.objects = objects;
  }

  /** Starts a server that has these buckets, all empty. */
  public static GcsServer start(String... buckets) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      GcsServer server = new GcsServer(http, new GcsObjects(List.of(buckets)));
      http.setExecutor(server.threads);
      http.createContext("/", server::handle);
      http.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String endpoint() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/storage/v1/";
  }

  /** The pipeline options that reach this server. */
  public List<String> options() {
    return List.of(
        "--gcsEndpoint=" + endpoint(),
        "--project=local",
        "--credentialFactoryClass="
            + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory");
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /** A resumable upload that is under way. */
  private record Upload(
      String bucket, String name, Map<String, String> query, ByteArrayOutputStream bytes) {}

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Reply reply;
      try {
        reply = route(Request.of(exchange, body));
      } catch (RuntimeException e) {
        reply = Reply.error(400, String.valueOf(e));
      }
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = reply.body();
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Reply route(Request request) {
    String path = request.path();
    if (path.startsWith("/batch/")) {
      return GcsBatch.answer(request, this::route);
    }
    if (path.startsWith("/upload/storage/v1/b/")) {
      return upload(request, path.substring("/upload/storage/v1/b/".length()));
    }
    if (path.startsWith("/download/")) {
      return object(request, path.substring("/download/storage/v1/b/".length()));
    }
    return object(request, path.substring("/storage/v1/b/".length()));
  }

  /** {@code path} is as it was sent: {@code bucket/o/name/rewriteTo/b/bucket/o/name}. */
  private Reply object(Request request, String path) {
    String[] parts = path.split("/");
    String bucket = parts[0];
    if (parts.length == 1) {
      return objects.bucket(bucket);
    }
    if (parts.length == 2) {
      return objects.list(bucket, request.query());
    }
    String name = decode(parts[2]);
    if (parts.length == 8) {
      return objects.copy(
          bucket, name, parts[5], decode(parts[7]), parts[3].equals("rewriteTo"), request.query());
    }
    if (request.method().equals("DELETE")) {
      return objects.delete(bucket, name);
    }
    return "media".equals(request.query().get("alt"))
        ? objects.media(bucket, name, request.headers().get("range"))
        : objects.metadata(bucket, name);
  }

  private Reply upload(Request request, String path) {
    String bucket = path.split("/")[0];
    Map<String, String> query = request.query();
    switch (query.getOrDefault("uploadType", "")) {
      case "media":
        return objects.put(bucket, query.get("name"), request.body(), query);
      case "multipart":
        List<Multipart.Part> parts = Multipart.parse(request);
        String named = Json.text(parts.get(0).body(), "name");
        return objects.put(
            bucket, named == null ? query.get("name") : named, parts.get(1).body(), query);
      default:
        return query.containsKey("upload_id")
            ? append(query.get("upload_id"), request)
            : begin(bucket, request);
    }
  }

  private Reply begin(String bucket, Request request) {
    Map<String, String> query = request.query();
    String name = request.body().length == 0 ? null : Json.text(request.body(), "name");
    String id = UUID.randomUUID().toString();
    uploads.put(
        id,
        new Upload(
            bucket, name == null ? query.get("name") : name, query, new ByteArrayOutputStream()));
    String location =
        endpoint().replace("/storage/", "/upload/storage/") + "b/" + bucket + "/o?upload_id=" + id;
    return new Reply(200, Map.of("Location", location), new byte[0]);
  }

  /** A piece of an upload: {@code Content-Range: bytes 0-99/*}, the last one with the length. */
  private Reply append(String id, Request request) {
    Upload upload = uploads.get(id);
    String range = request.headers().get("content-range");
    upload.bytes().writeBytes(request.body());
    if (range != null && range.endsWith("/*")) {
      return new Reply(308, Map.of("Range", "bytes=0-" + (upload.bytes().size() - 1)), new byte[0]);
    }
    uploads.remove(id);
    return objects.put(
        upload.bucket(), upload.name(), upload.bytes().toByteArray(), upload.query());
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }

  /** A request, of its own or a part of a batch. Names of headers are in lower case. */
  record Request(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      byte[] body) {
    private static Request of(HttpExchange exchange, byte[] body) {
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
      return of(
          exchange.getRequestMethod(), exchange.getRequestURI().toASCIIString(), headers, body);
    }

    static Request of(String method, String uri, Map<String, String> headers, byte[] body) {
      int mark = uri.indexOf('?');
      Map<String, String> query = new HashMap<>();
      if (mark >= 0) {
        for (String pair : uri.substring(mark + 1).split("&")) {
          String[] sides = pair.split("=", 2);
          query.put(sides[0], sides.length == 1 ? "" : URLDecoder.decode(sides[1], UTF_8));
        }
      }
      return new Request(method, mark < 0 ? uri : uri.substring(0, mark), query, headers, body);
    }
  }

  /** What is answered. */
  record Reply(int status, Map<String, String> headers, byte[] body) {
    static Reply json(Object value) {
      return new Reply(200, Map.of("Content-Type", "application/json"), Json.write(value));
    }

    static Reply error(int status, String message) {
      return new Reply(
          status,
          Map.of("Content-Type", "application/json"),
          Json.write(Map.of("error", Map.of("code", status, "message", message))));
    }
  }
}
