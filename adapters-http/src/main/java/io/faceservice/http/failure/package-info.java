/** Failures and refusals, each told in the error shape of the API that was asked. */
@NullMarked
package io.faceservice.http.failure;

import org.jspecify.annotations.NullMarked;
