/** The wire contract, case by case, against the running service with its real models. */
@NullMarked
package io.faceservice.bootstrap.http;

import org.jspecify.annotations.NullMarked;
