/** TensorFlow Serving: against a stand-in of official parts, and against doubles that misbehave. */
@NullMarked
package io.faceservice.inference.tfserving;

import org.jspecify.annotations.NullMarked;
