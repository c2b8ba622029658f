package io.chaoschapters.agent.bridge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Runs a program in a network of its own, in which it reaches a few ports of loopback as if they
 * were those of the machine: each is passed on to a Unix socket, which is served outside.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Forwarder {
  private static final String HOST = "127.0.0.1";

  private Forwarder() {}

  /** Takes pairs of a port and a socket, separated by '='; after '--' the program follows. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> all = Arrays.asList(arguments);
    int end = all.indexOf("--");
    for (String pair : all.subList(0, end)) {
      String[] parts = pair.split("=", 2);
      Relay.open(
          new InetSocketAddress(HOST, Integer.parseInt(parts[0])),
          UnixDomainSocketAddress.of(parts[1]));
    }
    System.exit(new ProcessBuilder(all.subList(end + 1, all.size())).inheritIO().start().waitFor());
  }
}
