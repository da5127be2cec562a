package io.lakebeam.read;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/**
 * The bytes {@code [start, end)} of a file. A record belongs to the range in which it begins. A
 * compressed file is one range.
 */
@AutoValue
public abstract class FileRange implements Serializable {
  /**
   * @param fileBytes the length of the whole file
   */
  public static FileRange of(String path, long start, long end, long fileBytes) {
    return new AutoValue_FileRange(path, start, end, fileBytes);
  }

  public abstract String path();

  public abstract long start();

  public abstract long end();

  public abstract long fileBytes();
}
