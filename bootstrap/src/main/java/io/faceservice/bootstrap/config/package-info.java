/** Configuration: one record for each subtree, every default in application.yml. */
@NullMarked
package io.faceservice.bootstrap.config;

import org.jspecify.annotations.NullMarked;
