/** Where the service is put together and started: the only place that chooses adapters. */
@NullMarked
package io.faceservice.bootstrap;

import org.jspecify.annotations.NullMarked;
