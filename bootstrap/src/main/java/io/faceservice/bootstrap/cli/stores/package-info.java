/** Commands on the stores: run here, or by the running service that has them open. */
@NullMarked
package io.faceservice.bootstrap.cli.stores;

import org.jspecify.annotations.NullMarked;
