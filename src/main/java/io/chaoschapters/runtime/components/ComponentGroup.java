package io.chaoschapters.runtime.components;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The components of a runtime: started side by side, all or none, and ended side by side. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComponentGroup<C extends OwnedComponent> {
  private static final Logger LOG = LoggerFactory.getLogger(ComponentGroup.class);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(1);

  private final String runtime;
  private final Map<String, C> components = new LinkedHashMap<>();
  private boolean closed;

  /**
   * An empty one.
   *
   * @param runtime the runtime's id, for messages
   */
  public ComponentGroup(String runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts components side by side; all of them, or none.
   *
   * @param make makes a component that is not started yet
   */
  public List<C> start(List<ComponentSpec> specs, Function<ComponentSpec, C> make) {
    List<C> added = add(specs, make);
    try {
      SideBySide.run(
          "start",
          added.stream()
              .map(component -> new SideBySide.Task(component.id(), component::start))
              .toList());
      return added;
    } catch (RuntimeException e) {
      for (String unfinished : Uninterrupted.get(() -> end(added))) {
        e.addSuppressed(new RuntimeFailureException(unfinished));
      }
      synchronized (this) {
        added.forEach(component -> components.remove(component.id()));
      }
      throw e;
    }
  }

  /**
   * As {@link #start}, with what has to stand in front of a component started before it.
   *
   * @param inFrontOf what that is; may be nothing
   * @return the components of the specs alone, in their order
   */
  public List<C> startBehind(
      List<ComponentSpec> specs,
      Function<ComponentSpec, List<ComponentSpec>> inFrontOf,
      Function<ComponentSpec, C> make) {
    List<ComponentSpec> all = new ArrayList<>();
    for (ComponentSpec spec : specs) {
      all.addAll(inFrontOf.apply(spec));
      all.add(spec);
    }
    List<String> asked = specs.stream().map(ComponentSpec::id).toList();
    return start(all, make).stream().filter(component -> asked.contains(component.id())).toList();
  }

  private synchronized List<C> add(List<ComponentSpec> specs, Function<ComponentSpec, C> make) {
    if (closed) {
      throw new RuntimeFailureException(
          RootLocale.format("The %s runtime is closed; open another one.", runtime));
    }
    Map<String, C> added = new LinkedHashMap<>();
    for (ComponentSpec spec : specs) {
      C component = make.apply(spec);
      if (components.containsKey(spec.id()) || added.put(spec.id(), component) != null) {
        throw new RuntimeFailureException(
            RootLocale.format("There are two components '%s'; give each its own id.", spec.id()));
      }
    }
    components.putAll(added);
    return List.copyOf(added.values());
  }

  /** The started components, in the order of their start. */
  public synchronized List<C> all() {
    return List.copyOf(components.values());
  }

  /** Thaws whatever is frozen; what cannot be thawed is logged. */
  public void thawAll() {
    for (C component : all()) {
      try {
        component.thaw();
      } catch (RuntimeFailureException e) {
        LOG.warn("At exit: {}", Failure.words(e));
      }
    }
  }

  /** Ends all of them for good and returns a sentence for each that did not end. */
  public List<String> endAll() {
    List<C> ending;
    synchronized (this) {
      closed = true;
      ending = all();
    }
    return end(ending);
  }

  private List<String> end(List<C> ending) {
    List<String> problems = new CopyOnWriteArrayList<>();
    List<SideBySide.Task> tasks = new ArrayList<>();
    for (C component : ending) {
      Runnable work =
          () -> {
            if (!component.end(CLOSE_GRACE)) {
              problems.add(RootLocale.format("Component '%s' did not end.", component.id()));
            }
          };
      tasks.add(new SideBySide.Task(component.id(), work));
    }
    SideBySide.run("end", tasks);
    return problems;
  }
}
