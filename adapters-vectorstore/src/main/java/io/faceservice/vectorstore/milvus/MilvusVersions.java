package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import io.milvus.v2.service.collection.request.DescribeCollectionReq;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.HasCollectionReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;
import io.milvus.v2.service.utility.request.AlterAliasReq;
import io.milvus.v2.service.utility.request.CreateAliasReq;
import io.milvus.v2.service.utility.request.DescribeAliasReq;
import io.milvus.v2.service.utility.request.DropAliasReq;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The collections of a gallery. The one that serves stands behind an alias of the gallery's name;
 * while it is made anew, the next one stands behind another.
 */
final class MilvusVersions {
  private static final String NEXT = "_next";

  private final MilvusConnection connection;
  private final MilvusLayout layout;
  private final Map<String, MilvusVersion> known = new ConcurrentHashMap<>();

  MilvusVersions(MilvusConnection connection, MilvusLayout layout) {
    this.connection = connection;
    this.layout = layout;
  }

  /** The one that serves, if there is any. */
  Optional<MilvusVersion> serving() {
    return behind(layout.collection());
  }

  /** The one that is being filled to replace it, if there is any. */
  Optional<MilvusVersion> next() {
    return behind(layout.collection() + NEXT);
  }

  /** Makes an empty one, ready for searches, that nobody knows of yet. */
  MilvusVersion create(ModelId model, int dimension) {
    MilvusVersion version = new NewCollection(connection, layout).create(model, dimension);
    load(version);
    known.put(version.name(), version);
    return version;
  }

  /** Has it made ready for searches, and waits for that. */
  void load(MilvusVersion version) {
    connection.tell(milvus -> milvus.loadCollection(loading(version).sync(true).build()));
  }

  /** Has it made ready for searches, whenever that will be. */
  void startLoading(MilvusVersion version) {
    connection.tell(milvus -> milvus.loadCollection(loading(version).sync(false).build()));
  }

  private LoadCollectionReq.LoadCollectionReqBuilder loading(MilvusVersion version) {
    return LoadCollectionReq.builder()
        .collectionName(version.name())
        .numReplicas(layout.replicas())
        .timeout(connection.server().patience().load().toMillis());
  }

  boolean isLoaded(MilvusVersion version) {
    return connection.ask(
        milvus ->
            milvus.getLoadState(GetLoadStateReq.builder().collectionName(version.name()).build()));
  }

  /** Lets it serve, in one step for everybody. */
  void publish(MilvusVersion version) {
    pointAt(layout.collection(), version);
  }

  /** Lets it serve, unless another does already. */
  void publishFirst(MilvusVersion version) {
    createAlias(layout.collection(), version);
  }

  /** Lets all who write know of it. */
  void announce(MilvusVersion version) {
    pointAt(layout.collection() + NEXT, version);
  }

  void endAnnouncement() {
    connection.tell(
        milvus ->
            milvus.dropAlias(DropAliasReq.builder().alias(layout.collection() + NEXT).build()));
  }

  void drop(MilvusVersion version) {
    connection.tell(
        milvus ->
            milvus.dropCollection(
                DropCollectionReq.builder().collectionName(version.name()).build()));
  }

  private void pointAt(String alias, MilvusVersion version) {
    if (!exists(alias)) {
      createAlias(alias, version);
      return;
    }
    connection.tell(
        milvus ->
            milvus.alterAlias(
                AlterAliasReq.builder().alias(alias).collectionName(version.name()).build()));
  }

  private void createAlias(String alias, MilvusVersion version) {
    connection.tell(
        milvus ->
            milvus.createAlias(
                CreateAliasReq.builder().alias(alias).collectionName(version.name()).build()));
  }

  private Optional<MilvusVersion> behind(String alias) {
    if (!exists(alias)) {
      return Optional.empty();
    }
    String name =
        connection.ask(
            milvus ->
                milvus
                    .describeAlias(DescribeAliasReq.builder().alias(alias).build())
                    .getCollectionName());
    return Optional.of(known.computeIfAbsent(name, this::describe));
  }

  private boolean exists(String name) {
    return connection.ask(
        milvus -> milvus.hasCollection(HasCollectionReq.builder().collectionName(name).build()));
  }

  private MilvusVersion describe(String name) {
    Map<String, String> made =
        connection.ask(
            milvus ->
                milvus
                    .describeCollection(
                        DescribeCollectionReq.builder().collectionName(name).build())
                    .getProperties());
    return NewCollection.read(name, made)
        .orElseThrow(() -> MilvusFailures.notOurs(layout.collection()));
  }
}
