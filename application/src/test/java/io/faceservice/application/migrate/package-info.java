/** Moving everyone, on fakes that pass the contract kits. */
@NullMarked
package io.faceservice.application.migrate;

import org.jspecify.annotations.NullMarked;
