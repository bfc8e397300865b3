package io.faceservice.http.compat;

import io.faceservice.application.search.SearchManyFaces;
import io.faceservice.application.search.SearchManyFaces.Query;
import io.faceservice.application.search.SearchOutcome;
import io.faceservice.domain.biometric.InvalidInputException;
import io.faceservice.domain.biometric.Source;
import io.faceservice.http.wire.JsonFields;
import io.faceservice.http.wire.MissingFieldException;
import io.faceservice.http.wire.RequestImages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v2/search} and {@code /api/v3/search}: who are these? */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchManyController {
  private static final String IMAGES = "images";
  private static final ItemErrors V2 =
      new ItemErrors(
          "Image input was wrong format. Please check your input image.",
          "Can't detect face. Please update another picture");
  private static final ItemErrors V3 =
      new ItemErrors("Input image is None!", "Not found face in image.");

  private final SearchManyFaces faces;
  private final RequestImages images;

  SearchManyController(SearchManyFaces faces, RequestImages images) {
    this.faces = faces;
    this.images = images;
  }

  /** What an item that fails is told. */
  private record ItemErrors(String unreadable, String noFace) {}

  /** One item, its image still as text; an image that is missing fails the item alone. */
  record Item(String imageId, Optional<String> image, Source source) {}

  /** One item's answer. */
  record ItemAnswer(String imageId, List<MatchedFace> matchFaces, @Nullable String error) {}

  /** The answer. */
  record Response(String status, List<ItemAnswer> data) {}

  @Post("/api/v2/search")
  @Consumes(MediaType.ALL)
  HttpResponse<?> searchV2(@Body byte @Nullable [] body) {
    return search(body, V2);
  }

  @Post("/api/v3/search")
  @Consumes(MediaType.ALL)
  HttpResponse<?> searchV3(@Body byte @Nullable [] body) {
    return search(body, V3);
  }

  private HttpResponse<?> search(byte @Nullable [] body, ItemErrors errors) {
    List<Item> items = read(body);
    List<SearchOutcome> outcomes = faces.search(items.stream().map(this::query).toList());
    List<ItemAnswer> answers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      answers.add(answer(items.get(i).imageId(), outcomes.get(i), errors));
    }
    return HttpResponse.ok(new Response("SUCCESS", answers));
  }

  private List<Item> read(byte @Nullable [] body) {
    JsonFields fields = JsonFields.read(body).require(IMAGES, Hints.MISSING);
    List<JsonFields> entries = fields.objects(IMAGES);
    if (entries.isEmpty()) {
      throw new MissingFieldException(IMAGES, Hints.MISSING);
    }
    images.requireAtMost(IMAGES, entries.size());
    Source common = SubjectFields.source(fields);
    return distinct(
        entries.stream()
            .map(
                entry ->
                    new Item(
                        entry.require("image_id", Hints.MISSING).requiredText("image_id"),
                        entry.text("image"),
                        entry.text("source").map(Source::new).orElse(common)))
            .toList());
  }

  /** Two items of one id would have answers that nobody could tell apart. */
  private static List<Item> distinct(List<Item> items) {
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.imageId())) {
        throw new InvalidInputException(
            "image_id", "image_id must differ from item to item; given twice: " + item.imageId());
      }
    }
    return items;
  }

  private Query query(Item item) {
    return new Query(
        item.source(),
        () ->
            images.image(
                "image",
                item.image()
                    .orElseThrow(
                        () ->
                            new InvalidInputException(
                                InvalidInputException.Kind.UNREADABLE_IMAGE,
                                "image",
                                "there is none"))));
  }

  private static ItemAnswer answer(String imageId, SearchOutcome outcome, ItemErrors errors) {
    return switch (outcome) {
      case SearchOutcome.Searched searched ->
          new ItemAnswer(imageId, MatchedFace.of(searched.identification()), null);
      case SearchOutcome.NotAcquired none -> new ItemAnswer(imageId, List.of(), errors.noFace());
      case SearchOutcome.Unreadable broken ->
          new ItemAnswer(imageId, List.of(), errors.unreadable());
    };
  }
}
