/**
 * What a model pack is: data that says how each model wants its input and what its output means.
 */
@NullMarked
package io.faceservice.inference.pack;

import org.jspecify.annotations.NullMarked;
