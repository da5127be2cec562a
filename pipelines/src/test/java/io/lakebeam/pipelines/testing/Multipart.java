package io.lakebeam.pipelines.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Bodies of several parts (RFC 2046), read as Latin-1 so that every byte stays what it is. */
final class Multipart {
  private static final String BLANK_LINE = "\r\n\r\n";

  private Multipart() {}

  /** A part: its headers, names in lower case, and its body. */
  record Part(Map<String, String> headers, byte[] body) {}

  static List<Part> parse(GcsServer.Request request) {
    String type = request.headers().get("content-type");
    String boundary = type.replaceAll(".*boundary=\"?([^\";]+)\"?.*", "$1");
    String[] pieces =
        ("\r\n" + new String(request.body(), ISO_8859_1)).split("\r\n--" + Pattern.quote(boundary));
    List<Part> parts = new ArrayList<>();
    // The first piece stands before the first boundary, the last after the closing one.
    for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
      parts.add(part(pieces[i].substring(pieces[i].indexOf("\r\n") + 2)));
    }
    return parts;
  }

  /** A block of headers, a blank line, a body. */
  static Part part(String text) {
    int end = text.indexOf(BLANK_LINE);
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + BLANK_LINE.length());
    Map<String, String> headers = new HashMap<>();
    for (String line : head.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).trim());
      }
    }
    return new Part(headers, body.getBytes(ISO_8859_1));
  }
}
