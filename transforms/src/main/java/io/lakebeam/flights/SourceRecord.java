package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lakebeam.read.BadValue;
import io.lakebeam.write.Reject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a record stands: the address of an answer, and its number among the fields there. */
final class SourceRecord {
  /** 9999-12-31T23:59:59Z: later times other readers of the tables cannot read. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final String step;
  private final URI address;
  private final long position;

  private SourceRecord(String step, URI address, long position) {
    this.step = step;
    this.address = address;
    this.position = position;
  }

  static SourceRecord at(String step, URI address, long position) {
    return new SourceRecord(step, address, position);
  }

  /** The reject of a record that stands under a name; its payload is a JSON object of both. */
  Reject reject(BadValue bad, String name, JsonNode values) {
    return reject(bad, JsonNodeFactory.instance.objectNode().set(name, values));
  }

  Reject reject(BadValue bad, JsonNode record) {
    return Reject.of(
        step,
        address.toString(),
        position,
        bad.reason(),
        bad.column(),
        bad.message(),
        record.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A Unix time that there must be. */
  static long time(@Nullable Long seconds) throws BadValue {
    long time = JsonValues.required("observed_at", seconds);
    if (time <= 0 || time > LAST_SECOND) {
      throw BadValue.of("out_of_range", "observed_at", time + " is no time of a flight.");
    }
    return time;
  }
}
