/** Pre-processing, against transforms and pictures that are known exactly. */
@NullMarked
package io.faceservice.inference.image;

import org.jspecify.annotations.NullMarked;
