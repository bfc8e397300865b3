/** Use cases: forget this person, or one of their faces. */
@NullMarked
package io.faceservice.application.remove;

import org.jspecify.annotations.NullMarked;
