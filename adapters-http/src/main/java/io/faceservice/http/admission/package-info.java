/** How many requests may be in flight, so that a crowd is told to wait and nobody is lost. */
@NullMarked
package io.faceservice.http.admission;

import org.jspecify.annotations.NullMarked;
