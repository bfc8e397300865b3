package io.faceservice.bootstrap.cli.benchmark;

import io.faceservice.bootstrap.cli.evaluation.GalleryTrialCommand;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.config.InferenceConfig;
import io.faceservice.bootstrap.config.InferenceConfig.Adapter;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.install.SampleSet;
import io.faceservice.inference.onnx.OnnxEngine;
import io.faceservice.inference.pack.InputSpec;
import io.faceservice.inference.pack.ModelPack;
import io.faceservice.inference.tensor.Tensor;
import io.faceservice.inference.tensor.TensorModel;
import io.faceservice.inference.tensor.TensorSignature;
import io.faceservice.inference.tensor.TensorSpec;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service benchmark}: what one comparison costs here, beside its models' bare runs. */
@Command(
    name = "benchmark",
    description = {
      "Times /check-2-face with two sample portraits, beside the bare runs of its models.",
      "Wall and processor time in milliseconds; the client runs in the same process."
    },
    mixinStandardHelpOptions = true,
    subcommands = {GalleryTrialCommand.class, EngineTrialCommand.class})
public final class BenchmarkCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--requests", paramLabel = "N", description = "Requests to time (300).")
  int requests = 300;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      description = "How many clients ask at once, in turn; default 1,4.")
  List<Integer> clientCounts = List.of(1, 4);

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    SampleSet samples = SampleSet.bundled();
    PackStore store = PackStore.ofUser();
    samples.install(store);
    try (ApplicationContext context = options.start(Map.of("micronaut.server.port", -1))) {
      out().println("| what | runs | median | p99 | wall/run | CPU/run |");
      out().println("|---|---|---|---|---|---|");
      if (context.getBean(InferenceConfig.class).adapter() == Adapter.ONNX) {
        bareModels(context.getBean(ModelPack.class), store);
      }
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      try (var request =
          new CompareRequest(
              server.getURI(),
              samples.portrait(store, "person-a-1"),
              samples.portrait(store, "person-a-2"))) {
        for (int clients : clientCounts) {
          row(
              "/check-2-face, clients: " + clients,
              Stopwatch.measure(request::send, requests, clients));
        }
      }
    }
    return 0;
  }

  /** Each model of a comparison on one thread, on an empty input of its size. */
  private void bareModels(ModelPack pack, PackStore store)
      throws InterruptedException, ExecutionException {
    bareModel(pack, store, pack.detector().file(), pack.detector().input());
    var landmarks = pack.landmarks();
    if (landmarks != null) {
      bareModel(pack, store, landmarks.file(), landmarks.input());
    }
    bareModel(pack, store, pack.embedder().file(), pack.embedder().input());
  }

  private void bareModel(ModelPack pack, PackStore store, String file, InputSpec input)
      throws InterruptedException, ExecutionException {
    long[] shape = input.shape(1);
    int size = input.channels().count() * input.height() * input.width();
    var empty = Tensor.of(new float[size], shape);
    var signature =
        new TensorSignature(
            List.of(new TensorSpec(input.name(), Arrays.stream(shape).boxed().toList())),
            List.of());
    Path path = store.folder(pack.home(file)).resolve(file);
    try (TensorModel model = new OnnxEngine(1).load(path, signature)) {
      row(
          file + " alone",
          Stopwatch.measure(() -> model.run(Map.of(input.name(), empty)), requests, 1));
    }
  }

  private void row(String what, Stopwatch.Lap lap) {
    var t = Timings.of(List.of(lap));
    out()
        .printf(
            Locale.ROOT,
            "| %s | %d | %.2f | %.2f | %.2f | %.2f |%n",
            what,
            t.count(),
            t.median(),
            t.p99(),
            t.wallPerRun(),
            t.cpuPerRun());
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
