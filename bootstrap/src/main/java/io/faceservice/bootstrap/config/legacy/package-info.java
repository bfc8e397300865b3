/** The configuration of the service's first generation: accepted as it is, said in our own keys. */
@NullMarked
package io.faceservice.bootstrap.config.legacy;

import org.jspecify.annotations.NullMarked;
