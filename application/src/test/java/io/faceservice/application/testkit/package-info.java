/** What every adapter of a port promises, as tests to extend; and fakes that keep the promise. */
@NullMarked
package io.faceservice.application.testkit;

import org.jspecify.annotations.NullMarked;
