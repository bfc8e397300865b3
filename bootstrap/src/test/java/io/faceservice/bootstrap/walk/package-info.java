/** The service under each of the settings that it comes with, from enrolment to removal. */
@NullMarked
package io.faceservice.bootstrap.walk;

import org.jspecify.annotations.NullMarked;
