/** The parts of WebP for which no bounded decoder was found: lossless pictures and alpha planes. */
@NullMarked
package io.faceservice.inference.image.webp;

import org.jspecify.annotations.NullMarked;
