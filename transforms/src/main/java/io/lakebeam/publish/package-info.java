/** Makes staged files visible: lock, checks, journal, moves, run report. */
@NullMarked
package io.lakebeam.publish;

import org.jspecify.annotations.NullMarked;
