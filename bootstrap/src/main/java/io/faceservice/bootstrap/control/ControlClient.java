package io.faceservice.bootstrap.control;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the running service of a data folder run a command. */
public final class ControlClient {
  private final ControlAddress address;
  private final String pack;

  /**
   * @param data the data folder
   * @param pack the model pack that the command is configured for
   */
  public ControlClient(Path data, String pack) {
    this.address = ControlAddress.of(data);
    this.pack = pack;
  }

  /** What came of asking. */
  public sealed interface Answer {
    /** No service runs on that data folder. */
    record NoService() implements Answer {}

    /**
     * The service has another model pack than this command.
     *
     * @param pack its pack
     */
    record OtherPack(String pack) implements Answer {}

    /**
     * The service ran the command.
     *
     * @param exit the exit code; empty if the service ended before the command did
     */
    record Ran(Optional<Integer> exit) implements Answer {}
  }

  /**
   * Asks the service, if there is one, and writes what the command says.
   *
   * @param terminal whether the streams end at a terminal
   */
  public Answer run(List<String> arguments, PrintWriter out, PrintWriter err, boolean terminal) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      if (!address.isOurs() || !connects(channel)) {
        return new Answer.NoService();
      }
      var wire = new Wire(channel);
      wire.send(new CommandRequest(pack, arguments, terminal));
      return follow(wire, out, err);
    } catch (IOException e) {
      return new Answer.Ran(Optional.empty());
    } catch (UnsupportedOperationException e) {
      return new Answer.NoService();
    }
  }

  private boolean connects(SocketChannel channel) {
    try {
      return channel.connect(address.address());
    } catch (IOException e) {
      return false;
    }
  }

  private static Answer follow(Wire wire, PrintWriter out, PrintWriter err) throws IOException {
    for (Optional<Frame> next = wire.receive(Frame.class);
        next.isPresent();
        next = wire.receive(Frame.class)) {
      Frame frame = next.get();
      if (frame.otherPack() != null) {
        return new Answer.OtherPack(frame.otherPack());
      }
      if (frame.exit() != null) {
        return new Answer.Ran(Optional.of(frame.exit()));
      }
      print(frame.out(), out);
      print(frame.err(), err);
    }
    return new Answer.Ran(Optional.empty());
  }

  private static void print(@Nullable String text, PrintWriter stream) {
    if (text != null) {
      stream.print(text);
      stream.flush();
    }
  }
}
