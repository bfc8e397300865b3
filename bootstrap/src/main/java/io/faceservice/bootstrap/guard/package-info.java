/** Keeping calls to back ends from failing twice where once is enough, and from failing slowly. */
@NullMarked
package io.faceservice.bootstrap.guard;

import org.jspecify.annotations.NullMarked;
