/** The one seam between models and engines: tensors in, tensors out. */
@NullMarked
package io.faceservice.inference.tensor;

import org.jspecify.annotations.NullMarked;
