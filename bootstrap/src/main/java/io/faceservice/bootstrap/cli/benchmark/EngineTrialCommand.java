package io.faceservice.bootstrap.cli.benchmark;

import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.options.Terminal;
import io.faceservice.bootstrap.cli.progress.ProgressLine;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.install.SampleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service benchmark engines}: which engine, arranged how, compares faster? */
@Command(
    name = "engines",
    description = {
      "Times /check-2-face on ONNX Runtime and on TensorFlow Serving, and with shared runs of the",
      "models (batch-window) beside runs for each picture alone. All of them stand side by side and",
      "are asked in turn, round after round, so that what else the machine does meets all alike."
    },
    mixinStandardHelpOptions = true)
public final class EngineTrialCommand implements Callable<Integer> {
  private static final String ADAPTER = "face.inference.adapter";
  private static final String WORKERS = "face.inference.workers";

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file with settings of all, for instance the GPU.")
  @Nullable Path config;

  @Option(
      names = "--serving",
      paramLabel = "HOST:PORT",
      description = "A TensorFlow Serving with the same pack; without it that row is left out.")
  String serving = "";

  @Option(names = "--requests", paramLabel = "N", description = "Requests a lap (50).")
  int requests = 50;

  @Option(names = "--rounds", paramLabel = "N", description = "Laps of each (6).")
  int rounds = 6;

  @Option(names = "--warm-up", paramLabel = "N", description = "Requests before, of each (150).")
  int warmUp = 150;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      description = "How many clients ask at once, in turn; default 1,4,16.")
  List<Integer> clientCounts = List.of(1, 4, 16);

  @Option(names = "--window", paramLabel = "T", description = "How long a run is open (2ms).")
  String window = "2ms";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Pictures worked on at once where runs are shared (16).")
  int workers = 16;

  private final List<Contestant> contestants = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    SampleSet.bundled().install(PackStore.ofUser());
    Path data = Files.createTempDirectory("face-service-benchmark");
    try {
      compete(data);
    } finally {
      contestants.forEach(Contestant::close);
      delete(data);
    }
    return 0;
  }

  private void compete(Path data) throws IOException, InterruptedException, ExecutionException {
    Contestant onnx = enter("ONNX Runtime", data, Map.of(ADAPTER, "onnx"));
    List<Contestant> engines = new ArrayList<>();
    if (!serving.isEmpty()) {
      engines.add(enter("TensorFlow Serving", data, servingSettings()));
    }
    String many = ", %d workers".formatted(workers);
    List<Contestant> arrangements =
        List.of(
            enter("ONNX Runtime" + many, data, Map.of(ADAPTER, "onnx", WORKERS, workers)),
            enter("ONNX Runtime, shared within " + window + many, data, sharedSettings()));
    var race = new Race(contestants, warmUp, rounds, requests, clientCounts);
    PrintWriter err = spec.commandLine().getErr();
    race.run(new ProgressLine(OptionalLong.of(race.length()), err, Terminal.isThere()));
    var table = new TrialTable(spec.commandLine().getOut(), clientCounts);
    table.print("engine", onnx, engines);
    spec.commandLine().getOut().println();
    table.print("runs of a model", onnx, arrangements);
  }

  private Map<String, Object> servingSettings() {
    return Map.of(
        ADAPTER,
        "tfserving",
        "face.inference.tfserving.target",
        serving,
        "face.inference.tfserving.deadline",
        "60s");
  }

  private Map<String, Object> sharedSettings() {
    return Map.of(ADAPTER, "onnx", WORKERS, workers, "face.inference.onnx.batch-window", window);
  }

  private Contestant enter(String name, Path data, Map<String, Object> settings)
      throws IOException {
    Path file = config;
    var options = file == null ? new ServiceOptions() : ServiceOptions.of(file);
    Path own = data.resolve(String.valueOf(contestants.size()));
    Contestant contestant = Contestant.start(name, options, own, settings);
    contestants.add(contestant);
    return contestant;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
