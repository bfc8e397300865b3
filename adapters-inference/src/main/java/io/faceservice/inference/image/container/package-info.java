/** What image files say of their picture before a pixel of it is decoded. */
@NullMarked
package io.faceservice.inference.image.container;

import org.jspecify.annotations.NullMarked;
