package io.lakebeam.write;

import java.io.IOException;
import java.io.Serializable;

/**
 * How an element of a collection gives rows of several tables.
 *
 * @param <InputT> the element
 */
@FunctionalInterface
public interface RowsOfTables<InputT> extends Serializable {
  void emit(InputT input, Outputs outputs) throws IOException;
}
