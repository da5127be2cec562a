package io.lakebeam.sort;

import java.io.Serializable;

/**
 * How a row becomes a record: the fields of its group, then those of its key (the group's are the
 * first of them), then those of its value.
 *
 * @param <T> the row
 */
@FunctionalInterface
public interface RecordCodec<T> extends Serializable {
  /**
   * Encodes a row.
   *
   * @param record empty; to be given the fields, with {@link RecordWriter#endGroup} and {@link
   *     RecordWriter#endKey} between them
   */
  void encode(T row, RecordWriter record);
}
