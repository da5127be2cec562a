/** Flights in the air: fetched every two hours, kept raw, and what is computed of them. */
@NullMarked
package io.lakebeam.flights;

import org.jspecify.annotations.NullMarked;
