package io.faceservice.bootstrap.cli.benchmark;

import io.faceservice.bootstrap.cli.benchmark.Stopwatch.Lap;
import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.lifecycle.StoreStarter;
import io.faceservice.inference.install.PackStore;
import io.faceservice.inference.install.SampleSet;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The service arranged in one way, beside others, and how long it took to compare. */
final class Contestant implements AutoCloseable {
  private final String name;
  private final ApplicationContext context;
  private final CompareRequest request;
  private final Map<Integer, List<Lap>> laps = new HashMap<>();

  private Contestant(String name, ApplicationContext context, CompareRequest request) {
    this.name = name;
    this.context = context;
    this.request = request;
  }

  /**
   * Starts a service on a free port.
   *
   * @param data its own folder
   * @param settings what sets it apart
   */
  static Contestant start(
      String name, ServiceOptions options, Path data, Map<String, Object> settings)
      throws IOException {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("micronaut.server.port", -1);
    all.put("face.data", data.toString());
    ApplicationContext context = options.start(all);
    try {
      context.getBean(StoreStarter.class).start();
      SampleSet samples = SampleSet.bundled();
      PackStore store = PackStore.ofUser();
      var request =
          new CompareRequest(
              context.getBean(EmbeddedServer.class).start().getURI(),
              samples.portrait(store, "person-a-1"),
              samples.portrait(store, "person-a-2"));
      return new Contestant(name, context, request);
    } catch (IOException | RuntimeException e) {
      context.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** Asks without counting, until the JVM has compiled what it takes. */
  void warmUp(int requests) throws InterruptedException, ExecutionException {
    Stopwatch.measure(request::send, requests, 2);
  }

  void lap(int requests, int clients) throws InterruptedException, ExecutionException {
    laps.computeIfAbsent(clients, count -> new ArrayList<>())
        .add(Stopwatch.measure(request::send, requests, clients));
  }

  /** Over all laps with so many clients at a time. */
  Timings timings(int clients) {
    return Timings.of(laps.getOrDefault(clients, List.of()));
  }

  @Override
  public void close() {
    request.close();
    context.close();
  }
}
