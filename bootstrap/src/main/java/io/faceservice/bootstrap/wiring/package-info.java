/** Which adapter stands behind which port: one factory each. */
@NullMarked
package io.faceservice.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
