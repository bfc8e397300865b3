/** Use case: could the service answer right now, and if not, because of what? */
@NullMarked
package io.faceservice.application.health;

import org.jspecify.annotations.NullMarked;
