package io.lakebeam.read;

/**
 * Makes a row of a line, or says what is wrong with it. Serves one thread.
 *
 * @param <T> the row; may be the same object each time
 */
@FunctionalInterface
public interface LineParser<T> {
  /**
   * The line is {@code bytes[from, to)}, without its end, valid during the call and until the row
   * is written. It may be decoded where it stands, once it is known to be good.
   */
  T parse(byte[] bytes, int from, int to) throws BadValue;
}
