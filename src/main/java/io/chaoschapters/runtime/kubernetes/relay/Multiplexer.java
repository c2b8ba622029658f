package io.chaoschapters.runtime.kubernetes.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apiguardian.api.API;

/** One side of the wire, with the connections that pass over it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Multiplexer {
  private final Wire wire;
  private final Map<Integer, Passage> passages = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final CountDownLatch greeted = new CountDownLatch(1);
  private volatile boolean gone;

  /** Nothing is read or written yet. */
  public Multiplexer(InputStream in, OutputStream out) {
    this.wire = new Wire(in, out);
  }

  /** Tells the other side that this one is there. */
  void greet() throws IOException {
    wire.send(0, Wire.Kind.HELLO);
  }

  /** Whether the other side has said that it is there, within a time. */
  public boolean awaitGreeting(long millis) throws InterruptedException {
    return greeted.await(millis, TimeUnit.MILLISECONDS) && !gone;
  }

  /** Whether nothing will come over the wire any more. */
  public boolean isGone() {
    return gone;
  }

  /**
   * Continues a connection that was opened here on the other side.
   *
   * @param visitor is closed when the connection is gone there
   */
  public void pass(SocketChannel visitor, String host, int port) throws IOException {
    int id = ids.incrementAndGet();
    Passage passage = add(id, visitor);
    byte[] address = (host + " " + port).getBytes(StandardCharsets.UTF_8);
    wire.send(id, Wire.Kind.OPEN, address, address.length);
    passage.begin();
    if (gone) {
      passage.close();
    }
  }

  private Passage add(int id, SocketChannel socket) {
    Passage passage = new Passage(id, socket, wire, () -> passages.remove(id));
    passages.put(id, passage);
    return passage;
  }

  /** Reads until the wire is gone, and then closes all that passed over it. */
  public void run() {
    try {
      while (true) {
        take(wire.read());
      }
    } catch (IOException e) {
      gone = true;
      greeted.countDown();
      passages.values().forEach(Passage::close);
    }
  }

  private void take(Wire.Frame frame) throws IOException {
    if (frame.kind() == Wire.Kind.HELLO) {
      greeted.countDown();
    } else if (frame.kind() == Wire.Kind.OPEN) {
      open(frame.id(), new String(frame.bytes(), StandardCharsets.UTF_8));
    } else {
      deliver(frame);
    }
  }

  private void open(int id, String address) throws IOException {
    String[] words = address.split(" ");
    Passage passage = add(id, SocketChannel.open());
    passage.begin(new InetSocketAddress(words[0], Integer.parseInt(words[1])));
  }

  private void deliver(Wire.Frame frame) {
    Passage passage = passages.get(frame.id());
    if (passage == null) {
      return; // It is gone here, and that is on its way.
    }
    switch (frame.kind()) {
      case DATA -> passage.deliver(frame.bytes());
      case END -> passage.deliverEnd();
      default -> passage.close();
    }
  }
}
