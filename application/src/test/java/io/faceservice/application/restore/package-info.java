/** Filling the gallery from the record, on fakes that pass the contract kits. */
@NullMarked
package io.faceservice.application.restore;

import org.jspecify.annotations.NullMarked;
