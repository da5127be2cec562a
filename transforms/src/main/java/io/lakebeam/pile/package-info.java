/** The Pile: texts in JSON lines, cleaned and partitioned by the set that they belong to. */
@NullMarked
package io.lakebeam.pile;

import org.jspecify.annotations.NullMarked;
