/** The two stores kept as one, on fakes that pass the contract kits. */
@NullMarked
package io.faceservice.application.reconcile;

import org.jspecify.annotations.NullMarked;
