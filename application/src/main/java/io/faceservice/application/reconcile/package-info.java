/** Use cases: do the record and the gallery agree, and make them. */
@NullMarked
package io.faceservice.application.reconcile;

import org.jspecify.annotations.NullMarked;
