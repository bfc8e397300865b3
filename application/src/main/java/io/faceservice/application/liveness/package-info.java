/** Use cases: is this a live person, by one image, by frames, by commanded actions? */
@NullMarked
package io.faceservice.application.liveness;

import org.jspecify.annotations.NullMarked;
