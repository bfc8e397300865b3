/**
 * Models as ports: detection, landmarks, encoding and presentation attack detection over any
 * engine.
 */
@NullMarked
package io.faceservice.inference;

import org.jspecify.annotations.NullMarked;
