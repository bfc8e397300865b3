package io.faceservice.bootstrap.cli.bulk;

import io.faceservice.application.bulk.ImportItem;
import io.faceservice.application.bulk.ImportOutcome.Reason;
import io.faceservice.application.bulk.ItemOrigin;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.End;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.Found;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.PassedOver;
import io.faceservice.bootstrap.cli.bulk.SteppedItems.Step;
import io.faceservice.domain.biometric.ReferenceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

/** Goes through a folder of people, one after the other; of one person all faces are at hand. */
final class FolderSteps implements SteppedItems.Steps {
  private final Path folder;
  private final Iterator<String> names;
  private final Taking taking;
  private final Queue<Step> ready = new ArrayDeque<>();

  /** What is taken of the people. */
  record Taking(boolean oneFacePerPerson, int maxBytes, ItemText.Defaults defaults) {}

  FolderSteps(Path folder, List<String> names, Taking taking) {
    this.folder = folder;
    this.names = names.iterator();
    this.taking = taking;
  }

  @Override
  public Step next() {
    while (ready.isEmpty()) {
      if (!names.hasNext()) {
        return new End();
      }
      lookAt(names.next());
    }
    return ready.remove();
  }

  private void lookAt(String name) {
    if (Files.isDirectory(folder.resolve(name)) && !name.startsWith(".")) {
      person(name);
    } else if (FolderInput.isImage(name)) {
      String subject = name.substring(0, name.lastIndexOf('.'));
      ready.add(new Found(face(name, subject, ReferenceId.PRIMARY.value())));
    } else {
      ready.add(new PassedOver(1));
    }
  }

  private void person(String name) {
    try {
      List<String> files = FolderInput.names(folder.resolve(name));
      List<String> images = files.stream().filter(FolderInput::isImage).toList();
      long taken = taking.oneFacePerPerson() ? Math.min(1, images.size()) : images.size();
      for (int i = 0; i < taken; i++) {
        String face = i == 0 ? ReferenceId.PRIMARY.value() : FaceNames.of(images.get(i));
        ready.add(new Found(face(name + "/" + images.get(i), name, face)));
      }
      if (images.isEmpty()) {
        ready.add(noFace(name, Reason.MISSING_IMAGE_FILE, "The folder has no image."));
      }
      if (files.size() > taken) {
        ready.add(new PassedOver(files.size() - taken));
      }
    } catch (IOException | UncheckedIOException e) {
      ready.add(noFace(name, Reason.UNREADABLE_IMAGE, "The folder cannot be read."));
    }
  }

  private Step noFace(String name, Reason reason, String message) {
    return new Found(text(name + "/", name, ReferenceId.PRIMARY.value()).rejected(reason, message));
  }

  private ImportItem face(String path, String subject, String reference) {
    return text(path, subject, reference).withImage(new FileImage(folder, path, taking.maxBytes()));
  }

  private ItemText text(String path, String subject, String reference) {
    return new ItemText(
        new ItemOrigin.ImageFile(path),
        subject,
        taking.defaults().source().value(),
        reference,
        taking.defaults().createdAt().value());
  }

  @Override
  public void close() {}
}
