package io.chaoschapters.subject.yaml.model;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.components.SelfChecked;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.HealthRules;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Question;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How the health of a component is seen from outside. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface ProbeEntry {
  /** All questions of an observation are asked at once, and it waits no longer for any of them. */
  Duration LONGEST = Duration.ofMillis(1800);

  /** What is known of a process that its runtime has suspended. */
  String SUSPENDED = "is suspended";

  /** The health of a component. */
  Health look(Component component, Names names);

  /**
   * How it is said of a component without ports, which has no connections; null as of any other.
   */
  default @Nullable String wording(Health health) {
    return switch (health) {
      case SILENT -> "does not answer";
      case REFUSING -> "has ended";
      default -> null;
    };
  }

  /**
   * A question and what its answers mean. A program ends with the same exit code whether nothing
   * listens or the component answers that it is not well; a connection tells the two apart.
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record Asked(Question question, HealthRules rules, Duration within, Connected ports)
      implements ProbeEntry {
    @Override
    public Health look(Component component, Names names) {
      Health health = rules.of(question.ask(names, within));
      return health == Health.DEGRADED
              && question instanceof CommandQuestion
              && ports.look(component, names) == Health.REFUSING
          ? Health.REFUSING
          : health;
    }
  }

  /** A class of the user's. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record ByClass(Function<Component, Health> probe) implements ProbeEntry {
    /** It may know of connections. */
    @Override
    public @Nullable String wording(Health health) {
      return null;
    }

    @Override
    public Health look(Component component, Names names) {
      return probe.apply(component);
    }
  }

  /** Its runtime checks it from inside; that says nothing while it is suspended. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record OwnCheck() implements ProbeEntry {
    @Override
    public @Nullable String wording(Health health) {
      return health == Health.SILENT ? SUSPENDED : ProbeEntry.super.wording(health);
    }

    @Override
    public Health look(Component component, Names names) {
      return switch (component.state()) {
        case RUNNING ->
            component instanceof SelfChecked checked && checked.isWell()
                ? Health.SERVING
                : Health.DEGRADED;
        case FROZEN -> Health.SILENT;
        case STOPPED -> Health.REFUSING;
        case UNKNOWN -> Health.UNKNOWN;
      };
    }
  }

  /** Every port accepts connections; without a port, its process runs. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  record Connected(List<Question> ports, Duration within) implements ProbeEntry {
    @Override
    public @Nullable String wording(Health health) {
      return switch (health) {
        case SERVING -> "runs";
        case SILENT -> SUSPENDED;
        default -> ProbeEntry.super.wording(health);
      };
    }

    @Override
    public Health look(Component component, Names names) {
      if (ports.isEmpty()) {
        return byProcess(component);
      }
      HealthRules rules = new HealthRules(List.of(), Health.SERVING);
      return ports.stream()
          .map(port -> rules.of(port.ask(names, within)))
          .filter(health -> health != Health.SERVING)
          .findFirst()
          .orElse(Health.SERVING);
    }

    private static Health byProcess(Component component) {
      return switch (component.state()) {
        case RUNNING -> Health.SERVING;
        case FROZEN -> Health.SILENT;
        case STOPPED -> Health.REFUSING;
        case UNKNOWN -> Health.UNKNOWN;
      };
    }
  }
}
