/** Use cases: fill the gallery from the record, and the record with another pack's templates. */
@NullMarked
package io.faceservice.application.restore;

import org.jspecify.annotations.NullMarked;
