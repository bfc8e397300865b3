package io.faceservice.inference;

import io.faceservice.inference.install.Catalogue;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.onnx.OnnxEngine;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.TensorEngine;
import java.nio.file.Path;

/** The default pack for tests: in the user's cache, and installed there when missing. */
public final class InstalledPack {
  private static final ModelPack PACK = Catalogue.pack(Catalogue.DEFAULT);
  private static final PackStore STORE = PackStore.ofUser();

  private InstalledPack() {}

  public static ModelPack manifest() {
    return PACK;
  }

  /** Where the pack's files lie. */
  public static synchronized Path folder() {
    STORE.install(PACK);
    return STORE.folder(PACK);
  }

  /** The pack's models, loaded anew; the caller closes them. */
  public static FaceModels load() {
    return load(new OnnxEngine(1));
  }

  /** The same, run by that engine; the caller closes them. */
  public static FaceModels load(TensorEngine engine) {
    return new FaceModels(PACK, pack -> folder(), engine, KnownEmbedders.inMemory());
  }
}
