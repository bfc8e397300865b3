/** From a detector's tensors to faces: one decoder a family. */
@NullMarked
package io.faceservice.inference.decode;

import org.jspecify.annotations.NullMarked;
