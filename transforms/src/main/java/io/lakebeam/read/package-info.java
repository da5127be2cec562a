/** What enters a pipeline: files, cut into ranges, read record by record. */
@NullMarked
package io.lakebeam.read;

import org.jspecify.annotations.NullMarked;
