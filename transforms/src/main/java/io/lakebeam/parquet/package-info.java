/**
 * Parquet files of a table, written row by row and read column by column, on Beam's file systems.
 */
@NullMarked
package io.lakebeam.parquet;

import org.jspecify.annotations.NullMarked;
