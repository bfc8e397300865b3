/** Use case: are these two photos the same person? */
@NullMarked
package io.faceservice.application.compare;

import org.jspecify.annotations.NullMarked;
