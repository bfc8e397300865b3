/** Which references a subject may have. */
@NullMarked
package io.faceservice.domain.enrolment;

import org.jspecify.annotations.NullMarked;
