package io.chaoschapters.runtime.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.support.GuardLink;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Toxiproxy in front of a component's delayable ports. The other components and this JVM reach
 * these ports through it from the beginning, so that a delay concerns connections that are open
 * already; as long as there is none, it passes on what comes.
 *
 * @see <a href="https://github.com/Shopify/toxiproxy">Toxiproxy</a>
 */
final class DelayLink {
  static final String IMAGE = "ghcr.io/shopify/toxiproxy:2.12.0";

  private static final String API = "api";
  private static final int API_PORT = 8474;
  private static final String CONFIGURATION = "/chapters-links.json";
  private static final String TOXIC = "chapters";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final ComponentSpec behind;
  private final DockerComponent proxy;
  private final GuardLink<UndoRequest> guard;
  private final Path engine;

  DelayLink(
      ComponentSpec behind, DockerComponent proxy, GuardLink<UndoRequest> guard, Path engine) {
    this.behind = behind;
    this.proxy = proxy;
    this.guard = guard;
    this.engine = engine;
  }

  /** How the proxy in front of a component runs. */
  static ComponentSpec spec(ComponentSpec behind, ContainerProgram program) {
    Map<String, Integer> ports = new HashMap<>(Map.of(API, API_PORT));
    List<Map<String, Object>> proxies = new ArrayList<>();
    for (String port : behind.delayable()) {
      int number = program.ports().get(port);
      ports.put(port, number);
      proxies.add(
          Map.of(
              "name",
              port,
              "listen",
              "0.0.0.0:" + number,
              "upstream",
              behind.id() + ":" + number,
              "enabled",
              true));
    }
    return new ComponentSpec(
        ContainerProgram.linkName(behind.id()),
        "link",
        List.copyOf(ports.keySet()),
        null,
        new ContainerProgram(
            ContainerImage.of(IMAGE),
            List.of("-host=0.0.0.0", "-config=" + CONFIGURATION),
            Map.of(),
            ports,
            Map.of(CONFIGURATION, json(proxies))),
        new HttpReady(API, "/version"),
        READY_WITHIN);
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A list of maps can be written as JSON", e);
    }
  }

  boolean covers(String port) {
    return behind.delayable().contains(port);
  }

  Endpoint endpoint(String port) {
    return proxy.endpoint(port);
  }

  Disturbance delay(Duration by) {
    return new Delay(by);
  }

  /** What the proxy is asked to do; it may be slow to answer, and then says so itself. */
  private interface Question<T> {
    T ask(Proxy proxy) throws IOException;
  }

  private <T> List<T> each(String what, Question<T> question) {
    Endpoint api = proxy.endpoint(API);
    ToxiproxyClient client = new ToxiproxyClient(api.host(), api.port());
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

  private final class Delay implements Disturbance {
    private final Duration by;

    Delay(Duration by) {
      this.by = by;
    }

    private UndoRequest undo() {
      return UndoRequest.local(proxy.endpoint(API).port(), "/reset");
    }

    @Override
    public void begin(Duration limit) {
      guard.arm(undo(), limit);
      try {
        each(
            "delay answers",
            port -> port.toxics().latency(TOXIC, ToxicDirection.DOWNSTREAM, by.toMillis()));
      } catch (RuntimeFailureException e) {
        end();
        throw e;
      }
    }

    @Override
    public boolean isOn() {
      return each("say what it delays", port -> port.toxics().getAll()).stream()
          .anyMatch(toxics -> !toxics.isEmpty());
    }

    @Override
    public void end() {
      each(
          "take the delay away",
          port -> {
            for (Toxic toxic : port.toxics().getAll()) {
              toxic.remove();
            }
            return port;
          });
      guard.disarm(undo().key());
    }

    @Override
    public UndoStep undoStep() {
      return new UndoStep(
          RootLocale.format("have %s answer without a delay again", behind.id()),
          EngineCommand.send(engine, undo()));
    }
  }
}
