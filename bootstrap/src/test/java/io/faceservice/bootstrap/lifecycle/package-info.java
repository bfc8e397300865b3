/** Tests of what happens beside requests. */
@NullMarked
package io.faceservice.bootstrap.lifecycle;

import org.jspecify.annotations.NullMarked;
