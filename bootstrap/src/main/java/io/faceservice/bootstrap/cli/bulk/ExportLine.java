package io.faceservice.bootstrap.cli.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceservice.application.bulk.ExportFaces.Exported;
import io.faceservice.application.port.enrolment.EnrolledFace;
import java.util.Base64;

/** One version of a face as a line of JSON: plain ASCII, whatever the terminal's encoding. */
final class ExportLine {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final boolean versions;
  private final boolean embeddings;

  /**
   * @param versions whether it says if it is the current one
   */
  ExportLine(boolean versions, boolean embeddings) {
    this.versions = versions;
    this.embeddings = embeddings;
  }

  String of(Exported exported) {
    EnrolledFace face = exported.face();
    var reference = face.reference();
    ObjectNode json =
        JSON.createObjectNode()
            .put("source", reference.source().value())
            .put("people_id", reference.subject().value())
            .put("face_id", face.key().reference().value())
            .put("version", face.version())
            .put("created_at", reference.createdAt().value())
            .put("enrolled_at", face.enrolledAt().toString())
            .put("model", reference.template().model().value());
    if (versions) {
      json.put("current", exported.current());
    }
    exported
        .images()
        .forEach(image -> json.put("image", Base64.getEncoder().encodeToString(image.toArray())));
    if (embeddings) {
      var numbers = json.putArray("embedding");
      for (float number : reference.template().embedding().toArray()) {
        numbers.add(number);
      }
    }
    return written(json);
  }

  private static String written(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }
}
