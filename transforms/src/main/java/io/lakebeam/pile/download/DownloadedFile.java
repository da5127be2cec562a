package io.lakebeam.pile.download;

import com.google.auto.value.AutoValue;
import java.util.Map;

/** A file that came, by its name below the lake's directory. */
@AutoValue
public abstract class DownloadedFile {
  static DownloadedFile of(String name, long bytes, long crc32) {
    return new AutoValue_DownloadedFile(name, bytes, crc32);
  }

  public abstract String name();

  public abstract long bytes();

  abstract long crc32();

  Map<String, Object> toNote() {
    return Map.of("name", name(), "bytes", bytes(), "crc32", String.format("%08x", crc32()));
  }
}
