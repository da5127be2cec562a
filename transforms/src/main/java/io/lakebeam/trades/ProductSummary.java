package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What is kept of one product's trades while they are read. Summaries add up in any order.
 *
 * @param <S> the summary itself
 */
interface ProductSummary<S extends ProductSummary<S>> {
  /** Adds a trade; its columns begin at {@link TradesReader#FIRST_VALUE}. */
  void add(ColumnBatch batch, int row);

  void add(S other);

  /** How many trades were added. */
  long count();

  void writeTo(DataOutput out) throws IOException;

  /** Makes summaries of one kind. */
  interface Factory<S> extends Serializable {
    /** One of no trade. */
    S create();

    /** One that {@link ProductSummary#writeTo} wrote. */
    S readFrom(DataInput in) throws IOException;
  }
}
