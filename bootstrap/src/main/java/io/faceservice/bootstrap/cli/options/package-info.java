/** What the commands share: how the service is configured, and what they are given. */
@NullMarked
package io.faceservice.bootstrap.cli.options;

import org.jspecify.annotations.NullMarked;
