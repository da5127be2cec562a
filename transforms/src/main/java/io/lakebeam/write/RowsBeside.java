package io.lakebeam.write;

import java.io.IOException;
import java.io.Serializable;

/**
 * How an element of a collection gives rows, where another step's result is known.
 *
 * @param <SideT> that result
 * @param <InputT> the element
 * @param <T> the row
 */
@FunctionalInterface
public interface RowsBeside<SideT, InputT, T> extends Serializable {
  void emit(SideT side, InputT input, Output<T> output) throws IOException;
}
