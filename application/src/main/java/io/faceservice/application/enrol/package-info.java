/** Use case: keep this face as a reference of this person. */
@NullMarked
package io.faceservice.application.enrol;

import org.jspecify.annotations.NullMarked;
