package io.faceservice.inference.tfserving;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The default pack decides alike on ONNX Runtime and behind TensorFlow. */
@Tag("backends")
final class SameScoresTest {

  @Test
  void givesTwoHundredPairsTheSameScoresAndDecisions() {
    try (StandIn server = StandIn.ofDefaultPack()) {
      SameScores.assertSame(server.target());
    }
  }
}
