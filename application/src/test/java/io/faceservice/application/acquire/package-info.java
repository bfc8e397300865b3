/** The faces of one request are found side by side and encoded together. */
@NullMarked
package io.faceservice.application.acquire;

import org.jspecify.annotations.NullMarked;
