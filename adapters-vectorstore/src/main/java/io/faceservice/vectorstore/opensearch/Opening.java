package io.faceservice.vectorstore.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** How a gallery finds its index, or makes one. */
final class Opening {
  /** How often another process may make the next index just before us. */
  private static final int ATTEMPTS = 5;

  private final Cluster cluster;
  private final OpenSearchSettings settings;
  private final Packing packing;
  private final Names names;
  private final Generations generations;

  Opening(Cluster cluster, OpenSearchSettings settings, Packing packing) {
    this.cluster = cluster;
    this.settings = settings;
    this.packing = packing;
    this.names = new Names(settings.index(), packing.digest());
    this.generations = new Generations(cluster, names, packing, settings.shape());
  }

  /** The index of this packing; or the first generation's; or a new one. */
  OpenIndex open() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Generation> all = generations.all();
      Optional<Generation> ours =
          all.stream().filter(each -> each.aliases().contains(names.live())).findFirst();
      if (ours.isPresent()) {
        return current(Targets.live(names, !ours.get().whole()));
      }
      refuseForeign(all);
      Optional<JsonNode> old = generations.namesake();
      if (old.isPresent()) {
        return FirstGenerationIndex.open(cluster, settings, packing, old.get());
      }
      if (generations.create(all, List.of(names.live())).isPresent()) {
        return current(Targets.live(names, true));
      }
    }
    throw OpenSearchFailures.contended();
  }

  private void refuseForeign(List<Generation> all) {
    all.stream()
        .filter(each -> each.isLive(names))
        .findFirst()
        .ifPresent(
            foreign -> {
              throw OpenSearchFailures.foreign(
                  foreign.index(), foreign.packing(), packing.toString());
            });
  }

  /** An empty index: beside the one that is searched if that is whole, else in its place. */
  OpenIndex openEmptied() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Generation> all = generations.all();
      all.stream()
          .filter(each -> each.aliases().contains(names.rebuild()))
          .forEach(generations::delete);
      List<Generation> searched = all.stream().filter(each -> each.isLive(names)).toList();
      boolean aside =
          searched.isEmpty()
              ? generations.namesake().isPresent()
              : searched.stream().anyMatch(Generation::whole);
      Optional<String> made = generations.create(all, aside ? List.of(names.rebuild()) : List.of());
      if (made.isPresent() && aside) {
        return current(Targets.aside(names));
      }
      if (made.isPresent()) {
        generations.install(made.get(), searched);
        return current(Targets.live(names, true));
      }
    }
    throw OpenSearchFailures.contended();
  }

  private OpenIndex current(Targets targets) {
    return new CurrentIndex(cluster, generations, names, targets, new Search(settings.effort()));
  }
}
