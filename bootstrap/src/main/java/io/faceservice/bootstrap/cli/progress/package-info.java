/** How long commands tell how far they have come. */
@NullMarked
package io.faceservice.bootstrap.cli.progress;

import org.jspecify.annotations.NullMarked;
