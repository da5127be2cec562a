/** The command line: what a person types, what a person reads, and how a run ends. */
@NullMarked
package io.lakebeam.pipelines;

import org.jspecify.annotations.NullMarked;
