/** How remote sources are asked over HTTP: again after a while, and as late as they want. */
@NullMarked
package io.lakebeam.http;

import org.jspecify.annotations.NullMarked;
