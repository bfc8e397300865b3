/** Faces are kept within the rules, or not at all. */
@NullMarked
package io.faceservice.application.enrol;

import org.jspecify.annotations.NullMarked;
