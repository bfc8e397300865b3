/** Whether the one before the camera is a live person: presentation attacks, frames, actions. */
@NullMarked
package io.faceservice.domain.liveness;

import org.jspecify.annotations.NullMarked;
