/** Values that several families compute with: exact sums, numbers in few bytes, texts in order. */
@NullMarked
package io.lakebeam.values;

import org.jspecify.annotations.NullMarked;
