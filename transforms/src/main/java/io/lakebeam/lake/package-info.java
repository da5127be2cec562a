/**
 * Where data lies: the lake's layout, tables and their columns, Hive partitions, and the files
 * beneath them.
 */
@NullMarked
package io.lakebeam.lake;

import org.jspecify.annotations.NullMarked;
