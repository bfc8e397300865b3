/** Decoders against tensors that the reference formulas, inverted here, would have made. */
@NullMarked
package io.faceservice.inference.decode;

import org.jspecify.annotations.NullMarked;
