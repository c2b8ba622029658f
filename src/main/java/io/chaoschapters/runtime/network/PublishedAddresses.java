package io.chaoschapters.runtime.network;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.RootLocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Where a component in a container is found: from this machine by ports that it publishes, by the
 * other components under its names. What is behind a proxy is published there. The ports are fixed
 * when the component is made, so that they are the same after a restart.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PublishedAddresses {
  private static final String LOOPBACK = "127.0.0.1";

  private final ComponentSpec spec;
  private final ContainerProgram program;
  private final ProxyLink.Choice link;
  private volatile Map<String, Integer> here;

  /** Chooses ports that are free now; they may be taken when they are used. */
  public PublishedAddresses(ComponentSpec spec, ContainerProgram program, ProxyLink.Choice link) {
    this.spec = spec;
    this.program = program;
    this.link = link;
    this.here = choose();
  }

  /** Chooses other ports, after another program has taken one of them. */
  public void chooseAnew() {
    here = choose();
  }

  private Map<String, Integer> choose() {
    List<String> own = spec.ports().stream().filter(port -> !link.covers(port)).toList();
    own.forEach(this::inContainer);
    return Ports.free(own);
  }

  private int inContainer(String port) {
    Integer number = program.ports().get(port);
    if (number == null) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Component '%s' does not say which port of its container is its port '%s'.",
              spec.id(), port));
    }
    return number;
  }

  /** What the other components call it. */
  public List<String> names() {
    return link.names(spec, program.setup());
  }

  /** The ports of this machine by their names, but those behind a proxy. */
  public Map<String, Integer> here() {
    return here;
  }

  /** The port of this machine for each of the container's ports. */
  public Map<Integer, Integer> byContainerPort() {
    Map<Integer, Integer> all = new HashMap<>();
    here.forEach((name, port) -> all.put(inContainer(name), port));
    return all;
  }

  /** As this machine finds it. */
  public Endpoint outside(String port) {
    return link.covers(port)
        ? link.endpoint(port)
        : new Endpoint(LOOPBACK, Ports.named(port, here));
  }

  /** As the other components find it. */
  public Endpoint inside(String port) {
    boolean behindLink = spec.delayable().contains(port) && !program.setup().behindItsNames();
    String host = behindLink ? ContainerProgram.linkName(spec.id()) : spec.id();
    return new Endpoint(host, inContainer(port));
  }
}
