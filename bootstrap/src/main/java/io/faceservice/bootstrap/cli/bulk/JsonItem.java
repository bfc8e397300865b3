package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceservice.application.bulk.ImageContent;
import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.domain.biometric.ReferenceId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A face to enrol as a JSON object.
 *
 * @param folder where a relative path of an image file starts
 */
record JsonItem(JsonNode json, Path folder, int maxBytes) {
  private static final String IMAGE = "image";
  private static final String IMAGE_FILE = "image_file";

  ImportItem item(ItemOrigin.Place place, ItemText.Defaults defaults) {
    var text =
        new ItemText(
            place,
            text("people_id").orElse(""),
            text("source").orElse(defaults.source().value()),
            text("face_id").orElse(ReferenceId.PRIMARY.value()),
            text("created_at").orElse(defaults.createdAt().value()));
    return problem()
        .map(problem -> text.rejected(Reason.BAD_LINE, problem))
        .orElseGet(
            () ->
                image()
                    .map(text::withImage)
                    .orElseGet(
                        () ->
                            text.rejected(
                                Reason.MISSING_IMAGE_FILE,
                                "The line has neither image nor image_file.")));
  }

  /** What is wrong with the object's form, if anything. */
  private Optional<String> problem() {
    if (has(IMAGE) && has(IMAGE_FILE)) {
      return Optional.of("The line has both image and image_file.");
    }
    return Stream.of("people_id", "source", "face_id", "created_at", IMAGE, IMAGE_FILE)
        .filter(name -> has(name) && !json.path(name).isTextual())
        .findFirst()
        .map(name -> "%s must be text.".formatted(name));
  }

  private Optional<ImageContent> image() {
    return text(IMAGE)
        .<ImageContent>map(base64 -> new TextImage(base64, maxBytes))
        .or(() -> text(IMAGE_FILE).map(path -> new FileImage(folder, path, maxBytes)));
  }

  private boolean has(String name) {
    return json.hasNonNull(name);
  }

  private Optional<String> text(String name) {
    return has(name) ? Optional.of(json.path(name).asText()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "JsonItem";
  }
}
