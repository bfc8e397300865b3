package io.faceservice.application.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The network between a client and a server of this machine, that a test can cut, hold up and mend.
 * It listens on one free port of 127.0.0.1 all its life, except while it is cut.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int CHUNK = 16_384;

  private final InetSocketAddress target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition resumed = lock.newCondition();
  private boolean paused;
  private @Nullable ServerSocket listening;

  /** Leads to a port of 127.0.0.1. */
  public TcpProxy(int targetPort) {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
    port = listen(0);
  }

  /** Where clients connect to. */
  public int port() {
    return port;
  }

  /** Ends all connections and refuses new ones. */
  public void cut() {
    lock.lock();
    try {
      if (listening != null) {
        close(listening);
        listening = null;
      }
    } finally {
      lock.unlock();
    }
    sockets.forEach(TcpProxy::close);
    sockets.clear();
  }

  /** Connections stay and new ones are taken, but nothing passes. */
  public void pause() {
    lock.lock();
    try {
      paused = true;
    } finally {
      lock.unlock();
    }
  }

  /** Undoes {@link #cut} and {@link #pause}; what was held up passes now. */
  public void restore() {
    lock.lock();
    try {
      paused = false;
      resumed.signalAll();
      if (listening == null) {
        listen(port);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    cut();
    lock.lock();
    try {
      paused = false;
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int listen(int wanted) {
    lock.lock();
    try {
      var server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      listening = server;
      Thread.ofVirtual().start(() -> accept(server));
      return server.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        return; // cut
      }
    }
  }

  private void connect(Socket client) {
    try {
      awaitResumed();
      var upstream = new Socket();
      sockets.add(upstream);
      upstream.connect(target);
      Thread.ofVirtual().start(() -> pass(client, upstream));
      pass(upstream, client);
    } catch (IOException e) {
      close(client); // the server refuses, and so do we
    }
  }

  /** Passes on what one side says until either side ends; then both are ended. */
  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      byte[] chunk = new byte[CHUNK];
      int read = from.getInputStream().read(chunk);
      while (read >= 0) {
        awaitResumed();
        to.getOutputStream().write(chunk, 0, read);
        read = from.getInputStream().read(chunk);
      }
    } catch (IOException e) {
      // an end like any other
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitResumed() {
    lock.lock();
    try {
      while (paused) {
        resumed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void close(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }
}
