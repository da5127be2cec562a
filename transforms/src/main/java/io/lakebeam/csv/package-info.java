/** A table's CSV files: written row by row, rows counted in what is stored. */
@NullMarked
package io.lakebeam.csv;

import org.jspecify.annotations.NullMarked;
