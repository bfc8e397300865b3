/** The image store on a MongoDB deployment, which also shows the first generation's people. */
@NullMarked
package io.faceservice.imagestore.mongodb;

import org.jspecify.annotations.NullMarked;
