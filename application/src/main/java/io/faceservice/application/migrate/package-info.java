/** Use cases: move everyone from one pair of stores to another, and see whether all arrived. */
@NullMarked
package io.faceservice.application.migrate;

import org.jspecify.annotations.NullMarked;
