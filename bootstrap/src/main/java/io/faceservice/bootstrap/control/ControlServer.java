package io.faceservice.bootstrap.control;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens, beside a running service, for commands on its stores. A command whose other end goes
 * away is interrupted, and ends with all it acknowledged kept.
 */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

  /** How long commands that are interrupted may take to end. */
  private static final int PATIENCE_SECONDS = 10;

  private final ControlAddress address;
  private final ServerSocketChannel listening;
  private final String pack;
  private final RunsCommands commands;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("command-", 0).daemon().factory());

  private ControlServer(
      ControlAddress address, ServerSocketChannel listening, String pack, RunsCommands commands) {
    this.address = address;
    this.listening = listening;
    this.pack = pack;
    this.commands = commands;
  }

  /**
   * Begins to listen; the caller closes it before it closes the stores. Where there can be no such
   * socket the service runs without, and says so in its log.
   *
   * @param data the service's data folder
   * @param pack its model pack
   */
  public static Optional<ControlServer> start(Path data, String pack, RunsCommands commands) {
    var address = ControlAddress.of(data);
    try {
      address.make();
      Files.deleteIfExists(address.socket());
      var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        listening.bind(address.address());
      } catch (IOException e) {
        listening.close();
        throw e;
      }
      var server = new ControlServer(address, listening, pack, commands);
      server.threads.execute(server::listen);
      return Optional.of(server);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("Commands cannot reach this service while it runs: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void listen() {
    try {
      while (true) {
        SocketChannel connection = listening.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (ClosedChannelException e) {
      // The service stops.
    } catch (IOException e) {
      LOG.warn("Commands cannot reach this service any more: {}", e.getMessage());
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      var wire = new Wire(connection);
      Optional<CommandRequest> request = wire.receive(CommandRequest.class);
      if (request.isEmpty()) {
        return;
      }
      if (!request.get().pack().equals(pack)) {
        wire.send(Frame.otherPack(pack));
        return;
      }
      LOG.info("Command: {}", request.get().arguments().getFirst());
      Future<?> running = threads.submit(() -> run(request.get(), wire, connection));
      // Nothing more is said: what comes is the end.
      wire.receive(CommandRequest.class);
      running.cancel(true);
    } catch (IOException e) {
      LOG.debug("A command's connection broke: {}", e.getMessage());
    }
  }

  private void run(CommandRequest request, Wire wire, SocketChannel connection) {
    PrintWriter out = FrameWriter.printing(wire, Frame::out);
    PrintWriter err = FrameWriter.printing(wire, Frame::err);
    int code = commands.run(request.arguments(), out, err, request.terminal());
    out.flush();
    err.flush();
    try {
      wire.send(Frame.exit(code));
      connection.shutdownOutput();
    } catch (IOException e) {
      LOG.debug("Nobody waits for the end of a command: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      Files.deleteIfExists(address.socket());
    } catch (IOException e) {
      LOG.debug("The control socket was not closed: {}", e.getMessage());
    }
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A command did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
