/** A gallery on an OpenSearch cluster with the k-NN plugin. */
@NullMarked
package io.faceservice.vectorstore.opensearch;

import org.jspecify.annotations.NullMarked;
