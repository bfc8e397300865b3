/** The wire contract of the service's first generation, to the letter: one controller a route. */
@NullMarked
package io.faceservice.http.compat;

import org.jspecify.annotations.NullMarked;
