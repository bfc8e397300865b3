/** Who is enrolled is told as the record has it. */
@NullMarked
package io.faceservice.application.browse;

import org.jspecify.annotations.NullMarked;
