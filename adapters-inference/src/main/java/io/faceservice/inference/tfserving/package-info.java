/** Engine: TensorFlow Serving on another machine, asked over gRPC. */
@NullMarked
package io.faceservice.inference.tfserving;

import org.jspecify.annotations.NullMarked;
