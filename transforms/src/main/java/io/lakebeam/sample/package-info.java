/** What the generators of sample input share: numbers and lines that are the same everywhere. */
@NullMarked
package io.lakebeam.sample;

import org.jspecify.annotations.NullMarked;
