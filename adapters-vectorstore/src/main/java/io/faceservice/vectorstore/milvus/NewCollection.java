package io.faceservice.vectorstore.milvus;

import io.faceservice.domain.biometric.ModelId;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.ConsistencyLevel;
import io.milvus.v2.common.DataType;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.partition.request.CreatePartitionReq;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes collections, and notes in each how it was made. */
final class NewCollection {
  private static final String MODEL = "face.model";
  private static final String DIMENSION = "face.dimension";
  private static final String PARTITIONS = "face.partitions";

  /** Bytes of an identifier: 512 characters of at most four. */
  private static final int IDENTIFIER = 2048;

  /** What Milvus keeps in one text, at most. */
  static final int TEXT = 65_535;

  private final MilvusConnection connection;
  private final MilvusLayout layout;

  NewCollection(MilvusConnection connection, MilvusLayout layout) {
    this.connection = connection;
    this.layout = layout;
  }

  MilvusVersion create(ModelId model, int dimension) {
    String unique = UUID.randomUUID().toString().replace("-", "");
    var version =
        new MilvusVersion(
            layout.collection() + "_v" + unique, model, dimension, layout.partitions());
    connection.tell(milvus -> milvus.createCollection(collection(version)));
    connection.tell(milvus -> milvus.createIndex(index(version)));
    partition(version, MilvusVersion.NOTES);
    version.facePartitions().forEach(name -> partition(version, name));
    return version;
  }

  /** What was noted in a collection of this name, unless somebody else made it. */
  static Optional<MilvusVersion> read(String name, Map<String, String> noted) {
    String model = noted.get(MODEL);
    String dimension = noted.get(DIMENSION);
    String partitions = noted.get(PARTITIONS);
    return model == null || dimension == null || partitions == null
        ? Optional.empty()
        : Optional.of(
            new MilvusVersion(
                name,
                new ModelId(model),
                Integer.parseInt(dimension),
                Integer.parseInt(partitions)));
  }

  private CreateCollectionReq collection(MilvusVersion version) {
    return CreateCollectionReq.builder()
        .collectionName(version.name())
        .collectionSchema(schema(version.dimension()))
        .numShards(layout.shards())
        .consistencyLevel(ConsistencyLevel.STRONG)
        .property(MODEL, version.model().value())
        .property(DIMENSION, Integer.toString(version.dimension()))
        .property(PARTITIONS, Integer.toString(version.partitions()))
        .build();
  }

  private static CreateCollectionReq.CollectionSchema schema(int dimension) {
    var schema = MilvusClientV2.CreateSchema();
    schema.addField(
        AddFieldReq.builder()
            .fieldName(FaceFields.ID)
            .dataType(DataType.VarChar)
            .maxLength(Ids.LENGTH)
            .isPrimaryKey(true)
            .autoID(false)
            .build());
    text(schema, FaceFields.SOURCE, IDENTIFIER);
    text(schema, FaceFields.SUBJECT, IDENTIFIER);
    text(schema, FaceFields.REFERENCE, Ids.LENGTH);
    text(schema, FaceFields.CREATED_AT, TEXT);
    schema.addField(
        AddFieldReq.builder().fieldName(FaceFields.CHECKSUM).dataType(DataType.Int32).build());
    schema.addField(
        AddFieldReq.builder()
            .fieldName(FaceFields.FACE)
            .dataType(DataType.FloatVector)
            .dimension(dimension)
            .build());
    return schema;
  }

  private static void text(CreateCollectionReq.CollectionSchema schema, String name, int bytes) {
    schema.addField(
        AddFieldReq.builder().fieldName(name).dataType(DataType.VarChar).maxLength(bytes).build());
  }

  private CreateIndexReq index(MilvusVersion version) {
    var index =
        IndexParam.builder()
            .fieldName(FaceFields.FACE)
            .indexType(IndexParam.IndexType.HNSW)
            .metricType(IndexParam.MetricType.COSINE)
            .extraParams(
                Map.of("M", layout.index().links(), "efConstruction", layout.index().effort()))
            .build();
    return CreateIndexReq.builder()
        .collectionName(version.name())
        .indexParams(List.of(index))
        .sync(false)
        .build();
  }

  private void partition(MilvusVersion version, String name) {
    connection.tell(
        milvus ->
            milvus.createPartition(
                CreatePartitionReq.builder()
                    .collectionName(version.name())
                    .partitionName(name)
                    .build()));
  }
}
