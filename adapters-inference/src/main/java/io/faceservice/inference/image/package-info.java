/** From pictures to tensors: sampling, cropping, alignment. */
@NullMarked
package io.faceservice.inference.image;

import org.jspecify.annotations.NullMarked;
