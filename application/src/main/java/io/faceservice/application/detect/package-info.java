/** Use case: where are the faces in this image? */
@NullMarked
package io.faceservice.application.detect;

import org.jspecify.annotations.NullMarked;
