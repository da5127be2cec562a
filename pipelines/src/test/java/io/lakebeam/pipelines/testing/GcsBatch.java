package io.lakebeam.pipelines.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lakebeam.pipelines.testing.GcsServer.Reply;
import io.lakebeam.pipelines.testing.GcsServer.Request;
import java.util.Map;
import java.util.function.Function;

/** Several requests in one, each an HTTP message in a part of the body. */
final class GcsBatch {
  private static final String BOUNDARY = "batch_of_replies";

  private GcsBatch() {}

  static Reply answer(Request batch, Function<Request, Reply> server) {
    StringBuilder body = new StringBuilder();
    for (Multipart.Part part : Multipart.parse(batch)) {
      Reply reply = server.apply(request(new String(part.body(), ISO_8859_1)));
      body.append("--").append(BOUNDARY).append("\r\nContent-Type: application/http\r\n");
      body.append("Content-ID: response-").append(part.headers().get("content-id"));
      body.append("\r\n\r\nHTTP/1.1 ").append(reply.status()).append(" Said\r\n");
      reply.headers().forEach((name, value) -> body.append(name + ": " + value + "\r\n"));
      body.append("Content-Length: ").append(reply.body().length).append("\r\n\r\n");
      body.append(new String(reply.body(), ISO_8859_1)).append("\r\n");
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    return new Reply(
        200,
        Map.of("Content-Type", "multipart/mixed; boundary=" + BOUNDARY),
        body.toString().getBytes(ISO_8859_1));
  }

  private static Request request(String message) {
    int endOfLine = message.indexOf("\r\n");
    String[] first = message.substring(0, endOfLine).split(" ");
    Multipart.Part rest = Multipart.part(message.substring(endOfLine + 2));
    String uri = first[1].replaceFirst("^https?://[^/]+", "");
    return Request.of(first[0], uri, rest.headers(), rest.body());
  }
}
