/** Engine: ONNX Runtime in this process. */
@NullMarked
package io.faceservice.inference.onnx;

import org.jspecify.annotations.NullMarked;
