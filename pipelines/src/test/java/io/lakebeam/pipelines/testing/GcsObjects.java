package io.lakebeam.pipelines.testing;

import io.lakebeam.pipelines.testing.GcsServer.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The objects of a {@link GcsServer} and what can be asked of them. */
final class GcsObjects {
  private static final int PAGE = 1000;

  private final Map<String, ConcurrentSkipListMap<String, Stored>> buckets = new HashMap<>();
  private final AtomicLong generations = new AtomicLong();

  GcsObjects(List<String> names) {
    names.forEach(name -> buckets.put(name, new ConcurrentSkipListMap<>()));
  }

  private record Stored(byte[] bytes, long generation, Instant updated) {}

  Reply bucket(String bucket) {
    return buckets.containsKey(bucket)
        ? Reply.json(Map.of("kind", "storage#bucket", "name", bucket, "location", "LOCAL"))
        : absent(bucket);
  }

  Reply metadata(String bucket, String name) {
    Stored stored = find(bucket, name);
    return stored == null ? absent(name) : Reply.json(describe(bucket, name, stored));
  }

  /**
   * @param range the header, such as {@code bytes=10-19}, or null
   */
  Reply media(String bucket, String name, String range) {
    Stored stored = find(bucket, name);
    if (stored == null) {
      return absent(name);
    }
    int length = stored.bytes.length;
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.put("x-goog-generation", String.valueOf(stored.generation));
    headers.put("x-goog-stored-content-length", String.valueOf(length));
    if (range == null) {
      return new Reply(200, headers, stored.bytes);
    }
    String[] ends = range.substring("bytes=".length()).split("-", 2);
    int start = ends[0].isEmpty() ? length - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
    int end =
        ends[0].isEmpty() || ends[1].isEmpty()
            ? length
            : (int) Math.min(length, Long.parseLong(ends[1]) + 1);
    if (start >= length) {
      return Reply.error(416, "the object ends before " + start);
    }
    headers.put("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + length);
    return new Reply(206, headers, Arrays.copyOfRange(stored.bytes, start, end));
  }

  Reply list(String bucket, Map<String, String> query) {
    if (!buckets.containsKey(bucket)) {
      return absent(bucket);
    }
    String prefix = query.getOrDefault("prefix", "");
    String delimiter = query.getOrDefault("delimiter", "");
    String after = query.getOrDefault("pageToken", "");
    int most = Math.min(PAGE, Integer.parseInt(query.getOrDefault("maxResults", "" + PAGE)));
    List<Object> items = new ArrayList<>();
    TreeSet<String> prefixes = new TreeSet<>();
    Map<String, Object> page = new HashMap<>(Map.of("kind", "storage#objects"));
    String last = after;
    for (Map.Entry<String, Stored> entry : buckets.get(bucket).tailMap(prefix).entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(prefix)) {
        break;
      }
      if (name.compareTo(after) <= 0) {
        continue;
      }
      if (items.size() + prefixes.size() == most) {
        page.put("nextPageToken", last);
        break;
      }
      int cut = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
      if (cut >= 0) {
        prefixes.add(name.substring(0, cut + delimiter.length()));
      } else {
        items.add(describe(bucket, name, entry.getValue()));
      }
      last = name;
    }
    page.put("items", items);
    page.put("prefixes", prefixes);
    return Reply.json(page);
  }

  /** Writes an object, if the generation asked for ({@code 0}: none) is the one that is there. */
  synchronized Reply put(String bucket, String name, byte[] bytes, Map<String, String> query) {
    if (!buckets.containsKey(bucket)) {
      return absent(bucket);
    }
    String asked = query.get("ifGenerationMatch");
    Stored old = find(bucket, name);
    if (asked != null && Long.parseLong(asked) != (old == null ? 0 : old.generation)) {
      return Reply.error(412, "conditionNotMet");
    }
    Stored stored = new Stored(bytes, generations.incrementAndGet(), Instant.now());
    buckets.get(bucket).put(name, stored);
    return Reply.json(describe(bucket, name, stored));
  }

  Reply copy(
      String bucket,
      String name,
      String toBucket,
      String toName,
      boolean isRewrite,
      Map<String, String> query) {
    Stored source = find(bucket, name);
    if (source == null) {
      return absent(name);
    }
    Reply written = put(toBucket, toName, source.bytes, query);
    if (!isRewrite || written.status() != 200) {
      return written;
    }
    String size = String.valueOf(source.bytes.length);
    return Reply.json(
        Map.of(
            "kind",
            "storage#rewriteResponse",
            "done",
            true,
            "objectSize",
            size,
            "totalBytesRewritten",
            size,
            "resource",
            describe(toBucket, toName, find(toBucket, toName))));
  }

  Reply delete(String bucket, String name) {
    boolean wasThere = buckets.containsKey(bucket) && buckets.get(bucket).remove(name) != null;
    return wasThere ? new Reply(204, Map.of(), new byte[0]) : absent(name);
  }

  private Stored find(String bucket, String name) {
    return buckets.containsKey(bucket) ? buckets.get(bucket).get(name) : null;
  }

  private static Reply absent(String name) {
    return Reply.error(404, "Not Found: " + name);
  }

  private static Map<String, Object> describe(String bucket, String name, Stored stored) {
    return Map.of(
        "kind",
        "storage#object",
        "id",
        bucket + "/" + name + "/" + stored.generation,
        "bucket",
        bucket,
        "name",
        name,
        "generation",
        String.valueOf(stored.generation),
        "metageneration",
        "1",
        "contentType",
        "application/octet-stream",
        "size",
        String.valueOf(stored.bytes.length),
        "timeCreated",
        stored.updated.toString(),
        "updated",
        stored.updated.toString());
  }
}
