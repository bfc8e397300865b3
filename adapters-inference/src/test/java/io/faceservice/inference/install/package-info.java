/** How packs and samples come to this machine, tried with the real npm client. */
@NullMarked
package io.faceservice.inference.install;

import org.jspecify.annotations.NullMarked;
