package io.faceservice.inference.pack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What a detector's outputs mean: one record a decoder family. The shapes they tell are of one
 * picture; a leading dimension of 1 may be there or not.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "family")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DecodedOutput.class, name = "decoded"),
  @JsonSubTypes.Type(value = ScrfdOutput.class, name = "scrfd"),
  @JsonSubTypes.Type(value = YuNetOutput.class, name = "yunet"),
  @JsonSubTypes.Type(value = RetinaFaceOutput.class, name = "retinaface"),
  @JsonSubTypes.Type(value = SsdOutput.class, name = "ssd"),
  @JsonSubTypes.Type(value = BlazeFaceOutput.class, name = "blazeface"),
  @JsonSubTypes.Type(value = GatheredOutput.class, name = "gathered")
})
public sealed interface DetectorOutput
    permits DecodedOutput,
        ScrfdOutput,
        YuNetOutput,
        RetinaFaceOutput,
        SsdOutput,
        BlazeFaceOutput,
        GatheredOutput {

  /** Whether faces come with eyes, nose and mouth corners, so that no landmark model is needed. */
  boolean givesKeypoints();

  /** The names of the outputs that are read. */
  List<String> outputs();

  /** Pixels of the input between neighbouring cells; the input's sides are multiples of each. */
  default List<Integer> strides() {
    return List.of();
  }

  /** What stands between a score output and a probability. */
  enum Activation {
    /** Nothing: the model gives probabilities. */
    @JsonProperty("none")
    NONE,
    /** The model gives two logits: background, face. */
    @JsonProperty("softmax")
    SOFTMAX
  }

  /**
   * By which factors an SSD scales what it regresses.
   *
   * @param centre of the offset of the centre and of keypoints, in sizes of the prior
   * @param size of the logarithm of the box's size over the prior's
   */
  record Variances(double centre, double size) {
    public Variances {
      Require.positive("centre", centre);
      Require.positive("size", size);
    }
  }
}
