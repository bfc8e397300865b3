/** The gallery on a Milvus server: a versioned collection, searched by HNSW and scored exactly. */
@NullMarked
package io.faceservice.vectorstore.milvus;

import org.jspecify.annotations.NullMarked;
