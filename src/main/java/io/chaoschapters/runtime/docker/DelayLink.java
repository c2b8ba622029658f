package io.chaoschapters.runtime.docker;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.runtime.network.LinkProxy;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.time.Duration;

/** The proxy in front of a component, in a container of its own. */
final class DelayLink {
  private final ComponentSpec behind;
  private final DockerComponent container;
  private final LinkProxy proxy;
  private final GuardLink<UndoRequest> guard;
  private final Path engine;

  DelayLink(
      ComponentSpec behind, DockerComponent container, GuardLink<UndoRequest> guard, Path engine) {
    this.behind = behind;
    this.container = container;
    this.proxy = new LinkProxy(behind, () -> container.endpoint(LinkProxy.API));
    this.guard = guard;
    this.engine = engine;
  }

  boolean covers(String port) {
    return proxy.covers(port);
  }

  Endpoint endpoint(String port) {
    return container.endpoint(port);
  }

  Disturbance delay(Duration by) {
    return new Delay(by);
  }

  private final class Delay implements Disturbance {
    private final Duration by;

    Delay(Duration by) {
      this.by = by;
    }

    private UndoRequest undo() {
      return UndoRequest.local(container.endpoint(LinkProxy.API).port(), "/reset");
    }

    @Override
    public void begin(Duration limit) {
      guard.arm(undo(), limit);
      try {
        proxy.delay(by);
      } catch (RuntimeFailureException e) {
        end();
        throw e;
      }
    }

    @Override
    public boolean isOn() {
      return proxy.delays();
    }

    @Override
    public void end() {
      proxy.reset();
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
