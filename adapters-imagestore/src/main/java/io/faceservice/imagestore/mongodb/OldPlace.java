package io.faceservice.imagestore.mongodb;

/**
 * Where a document of the first generation is.
 *
 * @param id its {@code _id}, of whatever type
 */
record OldPlace(String database, Object id) {}
