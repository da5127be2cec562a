package io.lakebeam.write;

import java.io.IOException;
import java.io.Serializable;

/**
 * How an element of a collection gives rows. A range of a file gives millions, one after another;
 * nothing is held.
 *
 * @param <InputT> the element
 * @param <T> the row
 */
@FunctionalInterface
public interface Rows<InputT, T> extends Serializable {
  void emit(InputT input, Output<T> output) throws IOException;
}
