package example;

import io.chaoschapters.runtime.Component;
import java.io.IOException;

/** One user, who waits no longer than most do. */
record Visitor(Component balancer) implements Clients.Client {
  static final String PAGE = "/index.html";
  private static final int PATIENCE_MILLIS = 2_500;

  @Override
  public boolean act() {
    try {
      return Http.get(balancer.endpoint(Balancer.SITE), PAGE, PATIENCE_MILLIS).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    // Each request has a connection of its own.
  }
}
