package io.faceservice.vectorstore.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Which sign bits a partition's faces have. What they mean is learned once, when the partition
 * first outgrows exhaustive scans, and then kept: a mean that moved would make old signs wrong. Not
 * safe for use by many threads: its partition locks.
 */
final class SignBits {
  private final Faces faces;
  private Optional<SignModel> model = Optional.empty();

  SignBits(Faces faces) {
    this.faces = faces;
  }

  /** A probe to compare with the sign bits. There are some as soon as there is a need for them. */
  SignProbe probe(Code probe) {
    return model.orElseThrow().probe(probe, faces.layout());
  }

  /** Signs what was written at a position, and everything once there is a model. */
  void written(int position, Code code) {
    if (model.isPresent()) {
      sign(position, code, model.get());
    } else if (faces.size() > Scan.EXHAUSTIVE) {
      SignModel learned = SignModel.of(faces);
      model = Optional.of(learned);
      for (int each = 0; each < faces.size(); each++) {
        sign(each, faces.code(each), learned);
      }
    }
  }

  private void sign(int position, Code code, SignModel learned) {
    faces.writeSigns(position, code.signs(learned.mean(), faces.layout()));
  }

  void save(DataOutputStream out) throws IOException {
    out.writeBoolean(model.isPresent());
    if (model.isPresent()) {
      model.get().save(out);
    }
  }

  void restore(DataInputStream in) throws IOException {
    model =
        in.readBoolean()
            ? Optional.of(SignModel.restore(in, faces.layout().dimension()))
            : Optional.empty();
  }
}
