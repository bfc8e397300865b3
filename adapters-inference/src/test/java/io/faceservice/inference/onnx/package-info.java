/** ONNX Runtime under the contract of engines, with a real model. */
@NullMarked
package io.faceservice.inference.onnx;

import org.jspecify.annotations.NullMarked;
