/**
 * The trades jobs as our peers do them: native Spark SQL, DuckDB, and Beam by the book; and the
 * comparison of what they and ours wrote.
 */
@NullMarked
package io.lakebeam.benchmarks;

import org.jspecify.annotations.NullMarked;
