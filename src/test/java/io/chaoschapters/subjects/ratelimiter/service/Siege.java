package io.chaoschapters.subjects.ratelimiter.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One attack on a node, while somebody else wants to be served. */
final class Siege {
  private static final int READ_MILLIS = 5_000;

  /** As many as a node keeps by default. */
  private static final int KEYS = 10_000;

  private static final Duration READ_TO_END = Duration.ofSeconds(5);
  private static final int NOTHING_COMES_MILLIS = 500;
  private static final Duration TRICKLE_EVERY = Duration.ofSeconds(1);

  /**
   * What came of it.
   *
   * @param times how often it was done
   * @param answers to the attackers, by status; 0 where the connection was closed without one
   * @param others what somebody who behaves got meanwhile
   */
  record Outcome(
      Attack attack, int times, Map<Integer, Integer> answers, WellBehavedClient.Served others) {}

  private final NodeProcess node;
  private final Attack attack;
  private final Map<Integer, Integer> answers = new TreeMap<>();

  Siege(NodeProcess node, Attack attack) {
    this.node = node;
    this.attack = attack;
  }

  /**
   * Lays it.
   *
   * @param times how often, or on how many connections
   * @param hold for how long connections that stay open are held
   */
  Outcome lay(int times, Duration hold) throws IOException, InterruptedException {
    try (WellBehavedClient others = new WellBehavedClient(node)) {
      others.awaitAnswers(1);
      if (attack == Attack.STATE_AFTER_MANY_KEYS) {
        pipeline(Attack.MANY_KEYS, KEYS, new TreeMap<>());
      }
      if (attack.holds()) {
        hold(times, hold);
      } else if (attack == Attack.MANY_KEYS) {
        pipeline(attack, times, answers);
      } else {
        for (int i = 0; i < times; i++) {
          answers.merge(once(i), 1, Integer::sum);
        }
      }
      others.awaitAnswers(others.served().answered() + 1);
      return new Outcome(attack, times, answers, others.served());
    }
  }

  private int once(int number) throws IOException {
    try (SocketChannel channel = connect()) {
      channel.socket().setSoTimeout(READ_MILLIS);
      try {
        attack.send(channel, number);
      } catch (IOException e) {
        // It hung up in the middle, as it may; the answer may be there all the same.
      }
      channel.shutdownOutput();
      return status(channel);
    } catch (IOException e) {
      return 0;
    }
  }

  private static int status(SocketChannel channel) throws IOException {
    byte[] head = channel.socket().getInputStream().readNBytes("HTTP/1.1 200".length());
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(text.substring(9)) : 0;
  }

  private SocketChannel connect() throws IOException {
    InetSocketAddress address = node.address();
    return SocketChannel.open(address);
  }

  private void hold(int times, Duration hold) throws IOException, InterruptedException {
    List<SocketChannel> open = new ArrayList<>();
    try {
      for (int i = 0; i < times; i++) {
        open.add(connect());
        SocketChannel channel = open.get(i);
        channel.configureBlocking(false);
        channel.write(ByteBuffer.wrap(attack.request(i).getBytes(StandardCharsets.ISO_8859_1)));
      }
      long end = System.nanoTime() + hold.toNanos();
      while (System.nanoTime() < end) {
        Thread.sleep(TRICKLE_EVERY.toMillis()); // an attacker's pace, not a wait for a condition
        if (attack.trickles()) {
          open.forEach(Siege::trickle);
        }
      }
      int closed = countClosed(open);
      answers.put(0, closed);
      answers.put(-1, open.size() - closed);
      answers.values().removeIf(count -> count == 0);
    } finally {
      for (SocketChannel channel : open) {
        channel.close();
      }
    }
  }

  private static void trickle(SocketChannel channel) {
    try {
      channel.write(ByteBuffer.wrap(new byte[] {'x'}));
    } catch (IOException e) {
      // The node has closed it.
    }
  }

  /**
   * How many the node has closed. What it had sent before comes first, and is read until it ends,
   * or nothing more comes for a while.
   */
  private static int countClosed(List<SocketChannel> channels) throws IOException {
    int closed = 0;
    try (Selector selector = Selector.open()) {
      for (SocketChannel channel : channels) {
        channel.register(selector, SelectionKey.OP_READ);
      }
      long end = System.nanoTime() + READ_TO_END.toNanos();
      while (System.nanoTime() < end && selector.select(NOTHING_COMES_MILLIS) > 0) {
        for (SelectionKey ready : selector.selectedKeys()) {
          if (isAtEnd((SocketChannel) ready.channel())) {
            ready.cancel();
            closed++;
          }
        }
        selector.selectedKeys().clear();
      }
    }
    return closed;
  }

  private static boolean isAtEnd(SocketChannel channel) {
    try {
      return channel.read(ByteBuffer.allocate(1 << 18)) < 0;
    } catch (IOException e) {
      return true;
    }
  }

  /** Many requests on one connection: what it takes to connect anew would be the bound else. */
  private void pipeline(Attack attack, int times, Map<Integer, Integer> answers)
      throws IOException {
    try (SocketChannel channel = connect()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.ISO_8859_1));
      int batch = 100;
      for (int sent = 0; sent < times; sent += batch) {
        for (int i = 0; i < batch; i++) {
          attack.send(channel, sent + i);
        }
        for (int i = 0; i < batch; i++) {
          answers.merge(readAnswer(in), 1, Integer::sum);
        }
      }
    }
  }

  private static int readAnswer(BufferedReader in) throws IOException {
    String first = in.readLine();
    if (first == null) {
      throw new IOException("the node hung up on well-formed requests");
    }
    int length = 0;
    String line = in.readLine();
    while (line != null && !line.isEmpty()) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
      line = in.readLine();
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return Integer.parseInt(first.split(" ")[1]);
  }
}
