/** The nouns that all rules share: images, faces, templates and whose they are. */
@NullMarked
package io.faceservice.domain.biometric;

import org.jspecify.annotations.NullMarked;
