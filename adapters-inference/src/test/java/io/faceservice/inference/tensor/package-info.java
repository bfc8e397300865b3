/** What every engine promises. */
@NullMarked
package io.faceservice.inference.tensor;

import org.jspecify.annotations.NullMarked;
