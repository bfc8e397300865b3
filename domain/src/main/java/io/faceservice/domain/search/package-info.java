/** One to many: whom a probe resembles, and who of them is identified. */
@NullMarked
package io.faceservice.domain.search;

import org.jspecify.annotations.NullMarked;
