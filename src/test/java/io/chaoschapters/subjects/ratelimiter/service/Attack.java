package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What a hostile client sends on one connection. */
enum Attack {
  /** Bytes that are no HTTP at all. */
  GARBAGE(1_000) {
    @Override
    String request(int number) {
      Random random = new Random(number);
      StringBuilder bytes = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        bytes.append((char) random.nextInt(256));
      }
      return bytes + "\r\n\r\n";
    }
  },
  /** HTTP with something wrong in it. */
  MALFORMED(1_000) {
    @Override
    String request(int number) {
      return switch (number % 8) {
        case 0 -> "POST /check HTTP/1.1\r\nHost: n\r\nContent-Length: -1\r\n\r\n";
        case 1 -> "POST /check HTTP/1.1\r\nHost: n\r\nContent-Length: 5\r\n\r\n{\"key";
        case 2 -> "POST /check?key=%zz HTTP/1.1\r\nHost: n\r\n\r\n";
        case 3 -> "POST /check?key=%00%ff HTTP/1.1\r\nHost: n\r\n\r\n";
        case 4 -> "POST /%2e%2e/%2f//check HTTP/1.1\r\nHost: n\r\n\r\n";
        case 5 -> "POST /check HTTP/9.9\r\nHost: n\r\nHost: m\r\n\r\n";
        case 6 ->
            "POST /check HTTP/1.1\r\nHost: n\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffff\r\n";
        default -> body("{\"key\":".repeat(2_000));
      };
    }
  },
  /** A header of a megabyte. */
  HUGE_HEADER(200) {
    @Override
    String request(int number) {
      return "POST /check HTTP/1.1\r\nHost: n\r\nX-Big: " + "x".repeat(MEGABYTE) + "\r\n\r\n";
    }
  },
  /** A key of a megabyte, in the body. */
  HUGE_KEY(200) {
    @Override
    String request(int number) {
      return body("{\"key\": \"" + "k".repeat(MEGABYTE) + "\"}");
    }
  },
  /** A key of a megabyte, in the address. */
  HUGE_ADDRESS(200) {
    @Override
    String request(int number) {
      return "POST /check?key=" + "k".repeat(MEGABYTE) + " HTTP/1.1\r\nHost: n\r\n\r\n";
    }
  },
  /** Connections on which nothing is ever sent. */
  IDLE(10_000) {
    @Override
    String request(int number) {
      return "";
    }
  },
  /** Headers that never come to their end. */
  SLOW_HEADER(10_000) {
    @Override
    String request(int number) {
      return "POST /check?key=slow HTTP/1.1\r\nHost: n\r\nX-Slow: ";
    }
  },
  /** Bodies that never come to their end. */
  SLOW_BODY(10_000) {
    @Override
    String request(int number) {
      return "POST /check HTTP/1.1\r\nHost: n\r\nContent-Length: 200\r\n\r\n{\"key\": \"slow";
    }
  },
  /** Whole requests whose answers nobody reads: all metrics, a thousand times over. */
  UNREAD(500) {
    @Override
    String request(int number) {
      return "GET /metrics HTTP/1.1\r\nHost: n\r\n\r\n".repeat(1_000);
    }
  },
  /** The same of the state, with as many keys in it as the node keeps. */
  STATE_AFTER_MANY_KEYS(500) {
    @Override
    String request(int number) {
      return "GET /state HTTP/1.1\r\nHost: n\r\n\r\n".repeat(100);
    }
  },
  /** Well-formed requests, each for a key of its own. */
  MANY_KEYS(100_000) {
    @Override
    String request(int number) {
      return "POST /check?key=distinct-" + number + " HTTP/1.1\r\nHost: n\r\n\r\n";
    }
  };

  private static final int MEGABYTE = 1 << 20;

  private final int most;

  Attack(int most) {
    this.most = most;
  }

  /** How often it is done in the full form. */
  int most() {
    return most;
  }

  abstract String request(int number);

  /** Those that are to stay open, and be sent a byte now and then. */
  boolean trickles() {
    return this == SLOW_HEADER || this == SLOW_BODY;
  }

  /** Those whose answers nobody reads. */
  boolean leavesAnswers() {
    return this == UNREAD || this == STATE_AFTER_MANY_KEYS;
  }

  /** Those that are to stay open in one way or another. */
  boolean holds() {
    return this == IDLE || leavesAnswers() || trickles();
  }

  /** Sends what there is to send, as far as the other side takes it. */
  void send(SocketChannel channel, int number) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(request(number).getBytes(StandardCharsets.ISO_8859_1));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static String body(String json) {
    return RootLocale.format(
        "POST /check HTTP/1.1\r\nHost: n\r\nContent-Length: %d\r\n\r\n%s", json.length(), json);
  }
}
