/**
 * External merge sort through files of the lake: records are sorted in a bounded buffer, spilled,
 * and merged slice by slice, in bounded memory whatever the size of a key.
 */
@NullMarked
package io.lakebeam.sort;

import org.jspecify.annotations.NullMarked;
