/** What happens to the stores while the service starts and runs. */
@NullMarked
package io.faceservice.bootstrap.lifecycle;

import org.jspecify.annotations.NullMarked;
