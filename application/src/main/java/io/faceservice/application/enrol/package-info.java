/** Use cases: keep this face as the reference of this person, or as one of several. */
@NullMarked
package io.faceservice.application.enrol;

import org.jspecify.annotations.NullMarked;
