package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/**
 * The part of a file that one range turned out to hold, in the file's own units (bytes of lines,
 * row groups of Parquet). The spans of a file must join without a gap from 0 to its end: then every
 * record was read exactly once, however the file was cut.
 */
@AutoValue
public abstract class Span implements Serializable {
  /**
   * @param path the file
   * @param begin where the first record begins
   * @param next where the record after the last one begins
   * @param end the end of the whole file
   */
  public static Span of(String path, long begin, long next, long end) {
    return new AutoValue_Span(path, begin, next, end);
  }

  public abstract String path();

  public abstract long begin();

  public abstract long next();

  public abstract long end();
}
