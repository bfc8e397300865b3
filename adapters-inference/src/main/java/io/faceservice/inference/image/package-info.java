/** From encoded pictures to tensors: decoding, sampling, cropping, alignment. */
@NullMarked
package io.faceservice.inference.image;

import org.jspecify.annotations.NullMarked;
