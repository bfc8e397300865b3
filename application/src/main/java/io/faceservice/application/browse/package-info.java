/** Use cases: who is enrolled, and with which faces. */
@NullMarked
package io.faceservice.application.browse;

import org.jspecify.annotations.NullMarked;
