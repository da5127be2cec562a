/**
 * {@code pile-download}: files of Kaggle into the lake, resumed after any cut, checked, and visible
 * only as a whole.
 */
@NullMarked
package io.lakebeam.pile.download;

import org.jspecify.annotations.NullMarked;
