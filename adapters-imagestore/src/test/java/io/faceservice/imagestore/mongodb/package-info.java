/** Tests of the MongoDB image store. */
@NullMarked
package io.faceservice.imagestore.mongodb;

import org.jspecify.annotations.NullMarked;
