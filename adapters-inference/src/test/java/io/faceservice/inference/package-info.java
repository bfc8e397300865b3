/** What real models promise, and the fixtures that bring them and sample photos to tests. */
@NullMarked
package io.faceservice.inference;

import org.jspecify.annotations.NullMarked;
