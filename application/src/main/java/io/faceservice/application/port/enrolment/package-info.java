/** What the system of record keeps of an enrolment, and what it answers about it. */
@NullMarked
package io.faceservice.application.port.enrolment;

import org.jspecify.annotations.NullMarked;
