package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import io.faceservice.vectorstore.milvus.MilvusLayout.Hnsw;
import io.faceservice.vectorstore.milvus.MilvusServer.Patience;
import io.milvus.grpc.FlushRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.v2.service.index.request.DescribeIndexReq;
import io.milvus.v2.service.utility.request.DropAliasReq;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Galleries on a server, each test's in a collection of its own. */
final class MilvusUnderTest {
  /** As the program has it. */
  static final MilvusSearch SEARCH = new MilvusSearch(256, 2048, 1000);

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final MilvusServer server;
  private final String collection = "faces_" + Long.toHexString(System.nanoTime());

  private MilvusUnderTest(MilvusServer server) {
    this.server = server;
  }

  static MilvusUnderTest on(MilvusProcess process) {
    return on(process, PATIENCE);
  }

  /** On a server that somebody else started. */
  static MilvusUnderTest on(URI uri) {
    return new MilvusUnderTest(new MilvusServer(uri, Optional.empty(), Optional.empty(), PATIENCE));
  }

  static MilvusUnderTest on(MilvusProcess process, Patience patience) {
    return new MilvusUnderTest(
        new MilvusServer(process.uri(), Optional.empty(), Optional.empty(), patience));
  }

  static MilvusUnderTest on(
      MilvusProcess process, Optional<String> token, Optional<Path> authorities) {
    var patience =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));
    return new MilvusUnderTest(new MilvusServer(process.uri(), token, authorities, patience));
  }

  /** On whatever listens on a port, with so much patience for a call. */
  static MilvusUnderTest at(int port, Duration call) {
    var patience = new Patience(Duration.ofSeconds(1), call, Duration.ofMinutes(1));
    URI uri = URI.create("http://127.0.0.1:" + port);
    return new MilvusUnderTest(new MilvusServer(uri, Optional.empty(), Optional.empty(), patience));
  }

  MilvusGallery gallery(ModelId model, int dimension) {
    return gallery(model, dimension, SEARCH);
  }

  MilvusGallery gallery(ModelId model, int dimension, MilvusSearch search) {
    return new MilvusGallery(settings(search), model, dimension);
  }

  MilvusSettings settings() {
    return settings(SEARCH);
  }

  private MilvusSettings settings(MilvusSearch search) {
    return new MilvusSettings(server, layout(collection), search);
  }

  /** Ends what is growing, so that it is indexed. The client's own way needs its own channel. */
  void flush() {
    ManagedChannel channel = MilvusChannel.to(server);
    try {
      String name = asking((connection, serving) -> serving);
      MilvusServiceGrpc.newBlockingStub(channel)
          .flush(FlushRequest.newBuilder().addCollectionNames(name).build());
    } finally {
      channel.shutdownNow();
    }
  }

  /** How many rows are indexed. */
  long indexed() {
    return asking(
        (connection, name) ->
            connection
                .ask(
                    milvus ->
                        milvus.describeIndex(
                            DescribeIndexReq.builder()
                                .collectionName(name)
                                .fieldName(FaceFields.FACE)
                                .build()))
                .getIndexDescByFieldName(FaceFields.FACE)
                .getIndexedRows());
  }

  private static MilvusLayout layout(String alias) {
    return new MilvusLayout(alias, 1, 1, 4, new Hnsw(32, 400));
  }

  private interface Question<T> {
    T on(MilvusConnection connection, String name);
  }

  /** Asks about the collection that serves. */
  private <T> T asking(Question<T> question) {
    var connection = new MilvusConnection(server);
    try {
      var versions = new MilvusVersions(connection, layout(collection));
      return question.on(connection, versions.serving().orElseThrow().name());
    } finally {
      connection.close();
    }
  }

  /** Drops what the test left. */
  void drop() {
    var connection = new MilvusConnection(server);
    try {
      for (String alias : List.of(collection + "_next", collection)) {
        drop(connection, alias);
      }
    } finally {
      connection.close();
    }
  }

  private static void drop(MilvusConnection connection, String alias) {
    var versions = new MilvusVersions(connection, layout(alias));
    versions
        .serving()
        .ifPresent(
            version -> {
              connection.tell(
                  milvus -> milvus.dropAlias(DropAliasReq.builder().alias(alias).build()));
              versions.drop(version);
            });
  }
}
