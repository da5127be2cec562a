package io.lakebeam.write;

import java.io.Serializable;

/**
 * What a family measures of its rows while they pass, beside the counts of the tally; travels with
 * the tally and adds up like it, in any order to the same.
 */
public interface Measures extends Serializable {
  /** The sum of both, which stay as they are. */
  Measures plus(Measures other);
}
