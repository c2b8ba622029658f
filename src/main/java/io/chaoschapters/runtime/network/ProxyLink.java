package io.chaoschapters.runtime.network;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.NotPossibleHereException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The proxy in front of a component, which runs as a component itself. */
@API(status = API.Status.INTERNAL, since = "0.1")
public abstract class ProxyLink {
  private final ComponentSpec behind;
  private final Component runsAs;
  private final LinkProxy proxy;

  /** For a proxy that runs. */
  protected ProxyLink(ComponentSpec behind, Component runsAs) {
    this.behind = behind;
    this.runsAs = runsAs;
    this.proxy = new LinkProxy(behind, () -> runsAs.endpoint(LinkProxy.API));
  }

  /**
   * What stands in front of a component's delayable ports.
   *
   * @param link null when nothing does
   * @param whyNot why its answers cannot be delayed; empty when they can
   */
  public record Choice(@Nullable ProxyLink link, String whyNot) {
    /**
     * Chooses for a component.
     *
     * @param proxy the component that runs the proxy; null when there is none
     * @param whyNone why there is none
     */
    public static <C extends Component> Choice of(
        ComponentSpec spec,
        @Nullable C proxy,
        Supplier<String> whyNone,
        Function<C, ProxyLink> make) {
      if (spec.delayable().isEmpty()) {
        return new Choice(
            null,
            RootLocale.format(
                "component '%s' has no port whose answers can be delayed", spec.id()));
      }
      return proxy == null ? new Choice(null, whyNone.get()) : new Choice(make.apply(proxy), "");
    }

    /** Whether a port is published by the proxy. */
    public boolean covers(String port) {
      return link != null && link.proxy.covers(port);
    }

    /** Where this machine finds a port that the proxy publishes. */
    public Endpoint endpoint(String port) {
      return required().runsAs.endpoint(port);
    }

    /** What the others call the component; without a proxy, it is found where that would be. */
    public List<String> names(ComponentSpec spec, ContainerProgram.Setup setup) {
      if (setup.behindItsNames() && link != null) {
        return List.of(LinkProxy.hiddenName(spec));
      }
      List<String> names = new ArrayList<>(names(spec));
      names.addAll(setup.aliases());
      return names;
    }

    private List<String> names(ComponentSpec spec) {
      return spec.delayable().isEmpty() || link != null
          ? List.of(spec.id())
          : List.of(spec.id(), ContainerProgram.linkName(spec.id()));
    }

    /** Delays all that the component answers; nothing is done yet. */
    public Disturbance delay(Duration by) {
      return required().new Delay(by);
    }

    private ProxyLink required() {
      if (link == null) {
        throw new NotPossibleHereException(whyNot);
      }
      return link;
    }
  }

  /** Asks a guard to end the delay later. */
  protected abstract void undoAfter(Duration limit);

  /** The delay has ended; the guard need not. */
  protected abstract void forgetUndo();

  /** The command that ends the delay without this JVM. */
  protected abstract List<String> undoCommand();

  private final class Delay implements Disturbance {
    private final Duration by;

    Delay(Duration by) {
      this.by = by;
    }

    @Override
    public void begin(Duration limit) {
      undoAfter(limit);
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
      forgetUndo();
    }

    @Override
    public UndoStep undoStep() {
      return new UndoStep(
          RootLocale.format("have %s answer without a delay again", behind.id()), undoCommand());
    }
  }
}
