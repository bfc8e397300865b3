/** The upkeep of what is enrolled: sources, people, and their reference faces. */
@NullMarked
package io.faceservice.http.v1;

import org.jspecify.annotations.NullMarked;
