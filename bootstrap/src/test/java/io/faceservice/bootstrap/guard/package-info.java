/** Guarded back ends keep what unguarded ones promise, and more. */
@NullMarked
package io.faceservice.bootstrap.guard;

import org.jspecify.annotations.NullMarked;
