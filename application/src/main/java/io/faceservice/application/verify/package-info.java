/** Use case: is this the person they claim to be? */
@NullMarked
package io.faceservice.application.verify;

import org.jspecify.annotations.NullMarked;
