package io.faceservice.bootstrap.cli;

import io.faceservice.bootstrap.cli.options.ServiceOptions;
import io.faceservice.bootstrap.cli.stores.StoreRun;
import io.faceservice.bootstrap.control.ControlServer;
import io.faceservice.bootstrap.lifecycle.StoreStarter;
import io.faceservice.inference.FaceModels;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code face-service serve}: answers HTTP until the process is told to end. */
@Command(name = "serve", description = "Starts the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on.")
  @Nullable Integer port;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
  @Nullable String host;

  @Override
  public Integer call() throws InterruptedException {
    ApplicationContext context = options.start(listening());
    var ended = new CountDownLatch(1);
    var control = new AtomicReference<Optional<ControlServer>>(Optional.empty());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  control.get().ifPresent(ControlServer::close);
                  context.close();
                  ended.countDown();
                },
                "stop"));
    context.getBean(FaceModels.class);
    context.getBean(StoreStarter.class).start();
    control.set(
        ControlServer.start(
            StoreRun.dataFolder(context), StoreRun.pack(context), new LiveCommands(context)));
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    spec.commandLine().getOut().println("Face Service listens on " + server.getURL());
    spec.commandLine().getOut().flush();
    ended.await();
    return 0;
  }

  private Map<String, Object> listening() {
    Map<String, Object> properties = new HashMap<>();
    Integer n = port;
    if (n != null) {
      properties.put("micronaut.server.port", n);
    }
    String address = host;
    if (address != null) {
      properties.put("micronaut.server.host", address);
    }
    return properties;
  }
}
