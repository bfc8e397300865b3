package io.faceservice.vectorstore.milvus;

import com.google.gson.JsonObject;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.common.ConsistencyLevel;
import io.milvus.v2.exception.MilvusClientException;
import io.milvus.v2.service.vector.request.DeleteReq;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.UpsertReq;
import io.milvus.v2.service.vector.request.data.BaseVector;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.service.vector.response.QueryResp;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the rows of one collection. */
final class Rows {
  /** Answers in the order of the keys, the least first, from the first generation of servers on. */
  private static final Map<String, Object> IN_ORDER = Map.of("iterator", "True");

  private static final String COUNT = "count(*)";

  private final MilvusConnection connection;
  private final MilvusVersions versions;
  private final MilvusVersion version;

  Rows(MilvusConnection connection, MilvusVersions versions, MilvusVersion version) {
    this.connection = connection;
    this.versions = versions;
    this.version = version;
  }

  /**
   * What is asked, and how fresh it has to be.
   *
   * @param freshness {@code STRONG} sees every write that was answered before
   */
  record Question(List<String> partitions, String filter, ConsistencyLevel freshness) {}

  /** A face near a probe. */
  record Neighbour(String id, String subject, double cosine) {}

  void upsert(String partition, List<JsonObject> rows) {
    ask(
        milvus ->
            milvus.upsert(
                UpsertReq.builder()
                    .collectionName(version.name())
                    .partitionName(partition)
                    .data(rows)
                    .build()));
  }

  void delete(String partition, Collection<String> ids) {
    ask(
        milvus ->
            milvus.delete(
                DeleteReq.builder()
                    .collectionName(version.name())
                    .partitionName(partition)
                    .filter(Filters.oneOf(FaceFields.ID, ids))
                    .build()));
  }

  /** All rows that the question means, in any order. */
  List<Map<String, Object>> all(Question question, List<String> fields) {
    return query(builder(question).outputFields(fields));
  }

  /** Some of the rows that the question means, in any order. */
  List<Map<String, Object>> some(Question question, List<String> fields, int limit) {
    return query(builder(question).outputFields(fields).limit(limit));
  }

  /** Those of the rows that the question means whose keys come first after another. */
  List<Map<String, Object>> after(String id, Question question, List<String> fields, int limit) {
    return query(
            builder(question)
                .filter(Filters.after(FaceFields.ID, id))
                .outputFields(fields)
                .queryParams(new HashMap<>(IN_ORDER))
                .limit(limit))
        .stream()
        .sorted(
            (a, b) ->
                FaceFields.text(a, FaceFields.ID).compareTo(FaceFields.text(b, FaceFields.ID)))
        .limit(limit)
        .toList();
  }

  long count(Question question) {
    Object counted = query(builder(question).outputFields(List.of(COUNT))).getFirst().get(COUNT);
    return counted instanceof Number number ? number.longValue() : 0;
  }

  /** For each probe the nearest of the rows that the question means, as the index sees it. */
  List<List<Neighbour>> nearest(List<float[]> probes, Question question, int limit, int effort) {
    List<BaseVector> vectors = probes.stream().<BaseVector>map(FloatVec::new).toList();
    SearchReq request =
        SearchReq.builder()
            .collectionName(version.name())
            .partitionNames(question.partitions())
            .annsField(FaceFields.FACE)
            .data(vectors)
            .filter(question.filter())
            .outputFields(List.of(FaceFields.SUBJECT))
            .limit(limit)
            .searchParams(new HashMap<>(Map.of("ef", effort, "metric_type", "COSINE")))
            .consistencyLevel(question.freshness())
            .build();
    return ask(milvus -> milvus.search(request)).getSearchResults().stream()
        .map(found -> found.stream().map(Rows::neighbour).toList())
        .toList();
  }

  private static Neighbour neighbour(SearchResult found) {
    return new Neighbour(
        (String) found.getId(),
        FaceFields.text(found.getEntity(), FaceFields.SUBJECT),
        found.getScore());
  }

  private QueryReq.QueryReqBuilder builder(Question question) {
    return QueryReq.builder()
        .collectionName(version.name())
        .partitionNames(question.partitions())
        .filter(question.filter())
        .consistencyLevel(question.freshness());
  }

  private List<Map<String, Object>> query(QueryReq.QueryReqBuilder request) {
    return ask(milvus -> milvus.query(request.build())).getQueryResults().stream()
        .map(QueryResp.QueryResult::getEntity)
        .toList();
  }

  /** A server that was started again may have to be told to load, and can then be asked again. */
  private <T> T ask(MilvusConnection.Call<T> call) {
    try {
      return connection.askPlainly(call);
    } catch (MilvusClientException | StatusRuntimeException e) {
      if (!lacksLoading(e)) {
        throw MilvusFailures.of(connection.server(), e);
      }
      versions.startLoading(version);
      return connection.ask(call);
    }
  }

  private boolean lacksLoading(RuntimeException failure) {
    return MilvusFailures.isNotLoaded(failure)
        || (MilvusFailures.isUnreadable(failure) && !versions.isLoaded(version));
  }
}
