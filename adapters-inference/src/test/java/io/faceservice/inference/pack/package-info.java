/** Manifests: what they say, and how they are refused. */
@NullMarked
package io.faceservice.inference.pack;

import org.jspecify.annotations.NullMarked;
