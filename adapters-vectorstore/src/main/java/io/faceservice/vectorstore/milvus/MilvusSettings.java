package io.faceservice.vectorstore.milvus;

/** Everything that an operator says of a gallery on Milvus. */
public record MilvusSettings(MilvusServer server, MilvusLayout layout, MilvusSearch search) {}
