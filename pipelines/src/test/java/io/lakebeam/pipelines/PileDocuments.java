package io.lakebeam.pipelines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.io.Compression;

/** Lines of the Pile. */
final class PileDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PileDocuments() {}

  /** A line, with its end; without a meta where the set is null. */
  static String line(String setName, String text) {
    ObjectNode line = JSON.createObjectNode().put("text", text);
    if (setName != null) {
      line.putObject("meta").put("pile_set_name", setName);
    }
    return line + "\n";
  }

  /** A text of so many characters that begins so. */
  static String text(String start, int length) {
    return start + "x".repeat(length - start.length());
  }

  /** A text as the bytes of a file with that extension. */
  static byte[] compressed(String extension, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WritableByteChannel channel =
        Compression.detect("." + extension).writeCompressed(Channels.newChannel(bytes))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
