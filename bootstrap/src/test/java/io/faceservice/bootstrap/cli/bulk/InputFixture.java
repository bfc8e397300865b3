package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.domain.biometric.CreatedAt;
import io.faceservice.domain.biometric.Source;
import java.util.ArrayList;
import java.util.List;

/** What an input gives, as text that a test can compare. */
final class InputFixture {
  static final ItemText.Defaults DEFAULTS =
      new ItemText.Defaults(new Source("default"), new CreatedAt("once"));

  private static final int MAX_BYTES = 1_000;

  private InputFixture() {}

  /** Each item in a line; at the end what was ignored, if anything. */
  static List<String> read(ImportInput input) {
    List<String> read = new ArrayList<>();
    try (ImportInput.Items items = input.items(MAX_BYTES)) {
      while (items.hasNext()) {
        read.add(said(items.next()));
      }
      if (items.ignored() > 0) {
        read.add("ignored " + items.ignored());
      }
    }
    return read;
  }

  /** The images of the faces among the items, by their size. */
  static List<Integer> sizes(ImportInput input) {
    List<Integer> sizes = new ArrayList<>();
    try (ImportInput.Items items = input.items(MAX_BYTES)) {
      while (items.hasNext()) {
        if (items.next() instanceof ImportItem.Face face) {
          sizes.add(face.image().read().orElseThrow().size());
        }
      }
    }
    return sizes;
  }

  private static String said(ImportItem item) {
    String place =
        switch (item.origin().place()) {
          case ItemOrigin.Line(var number) -> number + ":";
          case ItemOrigin.ImageFile(var path) -> path + ":";
        };
    return switch (item) {
      case ImportItem.Face face ->
          "%s %s/%s/%s %s"
              .formatted(
                  place,
                  face.key().source(),
                  face.key().subject(),
                  face.key().reference(),
                  face.createdAt());
      case ImportItem.Unusable(var origin, var rejection) ->
          "%s %s %s".formatted(place, Reasons.code(rejection.reason()), rejection.message());
    };
  }
}
