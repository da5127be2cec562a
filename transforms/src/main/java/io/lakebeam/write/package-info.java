/** What leaves a pipeline: rows into staged files by partition, rejects, and the tally of both. */
@NullMarked
package io.lakebeam.write;

import org.jspecify.annotations.NullMarked;
