/** Where model packs lie on disk, and how they get there. */
@NullMarked
package io.faceservice.inference.install;

import org.jspecify.annotations.NullMarked;
