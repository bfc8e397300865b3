package io.faceservice.bootstrap.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Both ends of a connection: objects as JSON, a line each. Reading and writing may overlap. */
final class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader reader;
  private final BufferedWriter writer;

  Wire(SocketChannel channel) {
    // Streams, since readers and writers right over a channel wait for each other.
    reader =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    writer =
        new BufferedWriter(
            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
  }

  /** Sends at once. */
  synchronized void send(Object message) throws IOException {
    writer.write(json(message));
    writer.write('\n');
    writer.flush();
  }

  /** Waits for the next message; empty once the other end is gone. */
  <T> Optional<T> receive(Class<T> type) throws IOException {
    String line = reader.readLine();
    return line == null ? Optional.empty() : Optional.of(JSON.readValue(line, type));
  }

  private static String json(Object message) {
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
