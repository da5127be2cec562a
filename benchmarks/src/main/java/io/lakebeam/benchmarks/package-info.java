/** The same jobs as native Spark SQL programs. */
@NullMarked
package io.lakebeam.benchmarks;

import org.jspecify.annotations.NullMarked;
