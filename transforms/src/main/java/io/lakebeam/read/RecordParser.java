package io.lakebeam.read;

import java.io.Serializable;

/**
 * Makes a row of a record, or says what is wrong with it.
 *
 * @param <T> the row
 */
@FunctionalInterface
public interface RecordParser<T> extends Serializable {
  /** The record is only valid during the call. */
  T parse(CsvRecord record) throws BadValue;
}
