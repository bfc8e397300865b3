/** What orchestrators ask: does the process live, and is it ready? */
@NullMarked
package io.faceservice.http.health;

import org.jspecify.annotations.NullMarked;
