/** From an image to a template: what every use case does first with a picture. */
@NullMarked
package io.faceservice.application.acquire;

import org.jspecify.annotations.NullMarked;
