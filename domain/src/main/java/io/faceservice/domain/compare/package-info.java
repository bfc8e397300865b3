/** One to one: how alike two templates are, and whether that is a match. */
@NullMarked
package io.faceservice.domain.compare;

import org.jspecify.annotations.NullMarked;
