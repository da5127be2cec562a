/** Energy trades: the bronze table and the three jobs that refine it. */
@NullMarked
package io.lakebeam.trades;

import org.jspecify.annotations.NullMarked;
