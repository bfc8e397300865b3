/** The service, killed without warning. */
@NullMarked
package io.faceservice.bootstrap.crash;

import org.jspecify.annotations.NullMarked;
