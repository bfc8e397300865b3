/** Use case: forget this person. */
@NullMarked
package io.faceservice.application.remove;

import org.jspecify.annotations.NullMarked;
