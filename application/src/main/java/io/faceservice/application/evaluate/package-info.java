/** Use case: which error rates does the chosen model pack have on labelled pairs? */
@NullMarked
package io.faceservice.application.evaluate;

import org.jspecify.annotations.NullMarked;
