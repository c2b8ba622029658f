package io.chaoschapters.runtime.network;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A Toxiproxy in front of a component's delayable ports. The other components and this JVM reach
 * these ports through it from the beginning, so that a delay concerns connections that are open
 * already; as long as there is none, it passes on what comes.
 *
 * @see <a href="https://github.com/Shopify/toxiproxy">Toxiproxy</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LinkProxy {
  /** The image of the proxy. */
  public static final String IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";

  /** The name of the port at which it takes orders; ports of components may be called api. */
  public static final String API = "toxiproxy";

  /** The number of that port in its container. */
  public static final int API_PORT = 8474;

  private static final String CONFIGURATION = "/chapters-links.json";
  private static final String TOXIC = "chapters";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final ComponentSpec behind;
  private final Supplier<Endpoint> api;

  /**
   * One that runs.
   *
   * @param behind the component in front of which it is
   * @param api where it takes orders
   */
  public LinkProxy(ComponentSpec behind, Supplier<Endpoint> api) {
    this.behind = behind;
    this.api = api;
  }

  /** How the proxy in front of a component runs. */
  public static ComponentSpec spec(ComponentSpec behind, ContainerProgram program) {
    Map<String, Integer> ports = new HashMap<>(Map.of(API, API_PORT));
    List<Map<String, Object>> proxies = new ArrayList<>();
    boolean hasItsNames = program.setup().behindItsNames();
    String upstream = hasItsNames ? hiddenName(behind) : behind.id();
    for (String port : hasItsNames ? behind.ports() : behind.delayable()) {
      int number = program.ports().get(port);
      ports.put(port, number);
      proxies.add(
          Map.of(
              "name",
              port,
              "listen",
              "0.0.0.0:" + number,
              "upstream",
              upstream + ":" + number,
              "enabled",
              true));
    }
    List<String> names = new ArrayList<>();
    if (hasItsNames) {
      names.add(behind.id());
      names.addAll(program.setup().aliases());
    }
    return new ComponentSpec(
        ContainerProgram.linkName(behind.id()),
        "link",
        Stream.concat(Stream.of(API), behind.delayable().stream()).toList(),
        null,
        new ContainerProgram(
            ContainerImage.of(IMAGE),
            List.of("-host=0.0.0.0", "-config=" + CONFIGURATION),
            Map.of(),
            ports,
            Map.of(CONFIGURATION, Json.text(proxies)),
            ContainerProgram.Setup.calledToo(names)),
        new HttpReady(API, "/version"),
        READY_WITHIN);
  }

  /** What the proxy calls a component whose own names it has. */
  static String hiddenName(ComponentSpec behind) {
    return behind.id() + "-behind";
  }

  /** Whether a port of the component is behind it. */
  public boolean covers(String port) {
    return behind.delayable().contains(port);
  }

  /** Delays all that the component answers. */
  public void delay(Duration by) {
    each(
        "delay answers",
        port -> port.toxics().latency(TOXIC, ToxicDirection.DOWNSTREAM, by.toMillis()));
  }

  /** Whether it delays anything. */
  public boolean delays() {
    return each("say what it delays", port -> port.toxics().getAll()).stream()
        .anyMatch(toxics -> !toxics.isEmpty());
  }

  /** Delays nothing any more. */
  public void reset() {
    each(
        "take the delay away",
        port -> {
          for (Toxic toxic : port.toxics().getAll()) {
            toxic.remove();
          }
          return port;
        });
  }

  /** A request to the proxy. */
  private interface Question<T> {
    T ask(Proxy proxy) throws IOException;
  }

  private <T> List<T> each(String what, Question<T> question) {
    Endpoint at = api.get();
    ToxiproxyClient client = new ToxiproxyClient(at.host(), at.port());
    List<T> answers = new ArrayList<>();
    try {
      for (String port : behind.delayable()) {
        answers.add(question.ask(client.getProxy(port)));
      }
      return answers;
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Toxiproxy in front of component '%s' could not %s: %s.",
              behind.id(), what, Failure.words(e)),
          e);
    }
  }
}
