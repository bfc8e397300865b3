/** Use cases: who is this, for one face and for many. */
@NullMarked
package io.faceservice.application.search;

import org.jspecify.annotations.NullMarked;
