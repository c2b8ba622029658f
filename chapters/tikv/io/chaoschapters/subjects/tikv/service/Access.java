package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import java.io.IOException;

/**
 * Whether operators are let in. While they are not, nothing can be read on a port; what programs
 * tell each other there goes on.
 */
final class Access {
  /** Where the stand-in's own switches are; real stores and placement drivers have none. */
  static final String PATH = "/stand-in/access";

  private volatile long openAtNanos = System.nanoTime();

  /** The body of {@code PUT /stand-in/access}. */
  record Closed(long millis) {}

  Answer close(byte[] body) throws IOException {
    Closed closed = GoJson.read(body, Closed.class);
    openAtNanos = System.nanoTime() + closed.millis() * 1_000_000;
    return Answer.json(200, closed);
  }

  boolean isClosed() {
    return System.nanoTime() - openAtNanos < 0;
  }

  static Answer refusal() {
    return Answer.json(403, "Operators are not let in at the moment.");
  }
}
