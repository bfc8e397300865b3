/** What the use cases ask of the outside: each port is a promise that every adapter keeps. */
@NullMarked
package io.faceservice.application.port;

import org.jspecify.annotations.NullMarked;
