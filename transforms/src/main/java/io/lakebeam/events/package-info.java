/** Shop events: what shoppers did, and the training base that is made of it. */
@NullMarked
package io.lakebeam.events;

import org.jspecify.annotations.NullMarked;
