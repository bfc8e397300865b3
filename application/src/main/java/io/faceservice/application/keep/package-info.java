/** Changing the two stores as one: the record is written first, and the gallery follows. */
@NullMarked
package io.faceservice.application.keep;

import org.jspecify.annotations.NullMarked;
