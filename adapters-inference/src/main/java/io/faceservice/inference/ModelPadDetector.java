package io.faceservice.inference;

import io.faceservice.application.port.BackendException;
import io.faceservice.application.port.BackendException.Kind;
import io.faceservice.application.port.PresentationAttackDetector;
import io.faceservice.domain.biometric.DetectedFace;
import io.faceservice.domain.biometric.Pixels;
import io.faceservice.domain.liveness.PadScore;
import io.faceservice.inference.image.FaceCrop;
import io.faceservice.inference.image.TensorLayout;
import io.faceservice.inference.pack.DetectorOutput.Activation;
import io.faceservice.inference.pack.PresentationAttackRole.Model;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import java.util.List;
import java.util.Map;

/** Scores a presentation by one or more models and averages what they say. */
final class ModelPadDetector implements PresentationAttackDetector {

  /** A model with its description. */
  record Member(Model role, TensorModel model) {}

  private final List<Member> members;

  ModelPadDetector(List<Member> members) {
    this.members = List.copyOf(members);
  }

  @Override
  public PadScore score(Pixels pixels, DetectedFace face) {
    double sum = 0;
    for (Member member : members) {
      Model role = member.role();
      var region = FaceCrop.of(pixels, face.box(), role.crop());
      var input = TensorLayout.ofRegion(pixels, region, role.input());
      Tensor output = member.model().run(Map.of(role.input().name(), input)).get(role.output());
      if (output == null || output.values().length < least(role)) {
        throw new BackendException(
            Kind.CORRUPT, "inference", role.file() + " did not give its classes");
      }
      sum += probability(output.values(), role);
    }
    return new PadScore(Math.clamp(sum / members.size(), 0, 1));
  }

  /** How few classes there can be: a softmax over one is always sure of it. */
  private static int least(Model role) {
    int told = role.bonaFide() + 1;
    return role.activation() == Activation.NONE ? told : Math.max(2, told);
  }

  private static double probability(float[] classes, Model role) {
    return role.activation() == Activation.NONE
        ? Math.clamp(classes[role.bonaFide()], 0f, 1f)
        : softmax(classes, role.bonaFide());
  }

  private static double softmax(float[] logits, int wanted) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - most);
    }
    return Math.exp(logits[wanted] - most) / sum;
  }
}
