/** From bytes to what a request says, strictly, and from an answer to bytes. */
@NullMarked
package io.faceservice.http.wire;

import org.jspecify.annotations.NullMarked;
