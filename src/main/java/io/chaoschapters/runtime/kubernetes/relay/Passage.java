package io.chaoschapters.runtime.kubernetes.relay;

import io.chaoschapters.waiting.DaemonThreads;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection, at its end on this side of the wire. */
final class Passage {
  /** The most that waits for a peer that does not read; more would hold up all other peers. */
  private static final int MOST_WAITING = 1_000;

  private static final byte[] END = {};

  private final int id;
  private final SocketChannel socket;
  private final Wire wire;
  private final Runnable atEnd;
  private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicInteger ended = new AtomicInteger();

  /**
   * Nothing passes yet.
   *
   * @param atEnd is run once nothing will pass any more; it may be run more than once
   */
  Passage(int id, SocketChannel socket, Wire wire, Runnable atEnd) {
    this.id = id;
    this.socket = socket;
    this.wire = wire;
    this.atEnd = atEnd;
  }

  /** The socket is connected already. */
  void begin() {
    DaemonThreads.thread("relay-in-" + id, this::readSocket).start();
    DaemonThreads.thread("relay-out-" + id, this::writeSocket).start();
  }

  /** Connects first; what is delivered meanwhile waits. */
  void begin(SocketAddress address) {
    DaemonThreads.thread("relay-open-" + id, () -> connect(address)).start();
  }

  private void connect(SocketAddress address) {
    try {
      socket.connect(address);
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      begin();
    } catch (IOException
        | RuntimeException e) { // an address that cannot be found is no IOException
      giveUp();
    }
  }

  private void readSocket() {
    ByteBuffer buffer = ByteBuffer.allocate(Wire.LONGEST);
    try {
      while (socket.read(buffer) >= 0) {
        wire.send(id, Wire.Kind.DATA, buffer.array(), buffer.position());
        buffer.clear();
      }
      wire.send(id, Wire.Kind.END);
      halfEnded();
    } catch (IOException e) {
      giveUp();
    }
  }

  /** From the wire. */
  void deliver(byte[] bytes) {
    if (bytes.length > 0 && !waiting.offer(bytes)) {
      giveUp();
    }
  }

  /** The other side has sent all. */
  void deliverEnd() {
    if (!waiting.offer(END)) {
      giveUp();
    }
  }

  private void writeSocket() {
    try {
      for (byte[] bytes = waiting.take(); bytes != END; bytes = waiting.take()) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          socket.write(buffer);
        }
      }
      if (socket.isOpen()) {
        socket.shutdownOutput();
      }
      halfEnded();
    } catch (IOException e) {
      giveUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp();
    }
  }

  private void halfEnded() {
    if (ended.incrementAndGet() == 2) {
      close();
    }
  }

  private void giveUp() {
    close();
    try {
      wire.send(id, Wire.Kind.CLOSE);
    } catch (IOException e) {
      atEnd.run(); // The wire is gone, and with it the other side.
    }
  }

  /** The connection is gone, here or there. */
  void close() {
    waiting.clear();
    waiting.offer(END);
    try {
      socket.close();
    } catch (IOException e) {
      atEnd.run();
    }
    atEnd.run();
  }
}
