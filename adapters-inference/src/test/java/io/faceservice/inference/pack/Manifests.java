package io.faceservice.inference.pack;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A manifest in words, to be altered by tests. */
public final class Manifests {
  /** A whole pack: no landmark model, for its detector gives keypoints. */
  public static final String WHOLE =
      """
      name: whole
      version: "1"
      description: A detector with keypoints and an embedder
      licence: {declared: none, training-data: none, note: Ask the owner.}
      files: {find.onnx: unpinned, encode.onnx: unpinned}
      detector:
        file: find.onnx
        input: {name: in, width: 64, height: 32, layout: nchw, channels: rgb, mean: [0, 0, 0], std: [1, 1, 1]}
        fit: letterbox
        decoder:
          family: scrfd
          anchors: 1
          levels:
            - {stride: 16, scores: s, boxes: b, keypoints: k}
        score-threshold: 0.5
        overlap-threshold: 0.4
        smallest-face: 8
      embedder:
        file: encode.onnx
        input: {name: in, width: 112, height: 112, layout: nhwc, channels: bgr, mean: [0, 0, 0], std: [1, 1, 1]}
        template: [[38, 52], [74, 52], [56, 72], [42, 92], [71, 92]]
        output: out
        dimension: 4
        calibration: []
      """;

  /** Presentation attack detection by two models; all else from a base. */
  public static final String ATTACKS =
      """
      name: attacks
      version: "2"
      description: Presentation attack detection alone
      licence: {declared: none, training-data: none, note: Ask the owner.}
      base: faceplugin
      files: {near.onnx: unpinned, far.onnx: unpinned}
      presentation-attack:
        models:
          - file: near.onnx
            input: {name: in, width: 8, height: 8, layout: nchw, channels: bgr, mean: [0, 0, 0], std: [1, 1, 1]}
            crop: {shape: box, scale: 2.7, edge: shift}
            output: out
            bona-fide: 1
          - file: far.onnx
            input: {name: in, width: 8, height: 8, layout: nchw, channels: bgr, mean: [0, 0, 0], std: [1, 1, 1]}
            crop: {shape: box, scale: 4, edge: shift}
            output: out
            bona-fide: 1
        threshold: 0.5
        strict-threshold: 0.8
      """;

  private Manifests() {}

  /** Reads a manifest from words. */
  public static Manifest read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return ManifestReader.read("test.yml", new ByteArrayInputStream(bytes));
  }

  /** The pack of a manifest in words. */
  public static ModelPack pack(String yaml, @Nullable ModelPack base) {
    return new ModelPack(read(yaml), base, null);
  }
}
