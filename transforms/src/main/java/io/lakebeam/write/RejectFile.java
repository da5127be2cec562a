package io.lakebeam.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes rejects as JSON lines: {@code pipeline}, {@code run_id}, {@code step}, {@code source},
 * {@code offset}, {@code reason}, {@code column} where there is one, {@code message}, and {@code
 * payload} (or {@code payload_base64}, where the bytes are not UTF-8).
 */
final class RejectFile implements Closeable {
  private final Run run;
  private final JsonGenerator json;
  private long rejects;

  RejectFile(Run run, String path) throws IOException {
    this.run = run;
    json =
        new JsonFactory()
            .createGenerator(
                new BufferedOutputStream(
                    Channels.newOutputStream(LakeFiles.create(path, "application/x-ndjson"))));
    json.setRootValueSeparator(null);
  }

  void write(Reject reject) throws IOException {
    json.writeStartObject();
    json.writeStringField("pipeline", run.pipeline());
    json.writeStringField("run_id", run.runId());
    json.writeStringField("step", reject.step());
    json.writeStringField("source", reject.source());
    json.writeNumberField("offset", reject.offset());
    json.writeStringField("reason", reject.reason());
    if (reject.column() != null) {
      json.writeStringField("column", reject.column());
    }
    json.writeStringField("message", reject.message());
    writePayload(reject.payload());
    json.writeEndObject();
    json.writeRaw('\n');
    rejects++;
  }

  private void writePayload(byte[] payload) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
      json.writeStringField("payload", text);
    } catch (CharacterCodingException notUtf8) {
      json.writeStringField("payload_base64", Base64.getEncoder().encodeToString(payload));
    }
  }

  long rejects() {
    return rejects;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
