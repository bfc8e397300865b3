/** How a command reaches the running service that has the stores open, and is run by it. */
@NullMarked
package io.faceservice.bootstrap.control;

import org.jspecify.annotations.NullMarked;
