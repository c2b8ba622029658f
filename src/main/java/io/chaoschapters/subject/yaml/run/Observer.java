package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.metrics.CounterWindow;
import io.chaoschapters.metrics.PromQlSource;
import io.chaoschapters.metrics.PrometheusClient;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subject.yaml.ask.Answer;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.subject.yaml.model.SignalEntry;
import io.chaoschapters.subject.yaml.model.SignalSource;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import io.chaoschapters.waiting.DaemonThreads;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Looks at everything once, all at the same time. */
final class Observer implements AutoCloseable {
  private static final String NONE = "";

  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("subject-probe"));
  private final Definition definition;
  private final YamlCluster cluster;
  private final ProbeTimes times = new ProbeTimes();

  /** Of each signal and component what it answered, where its growth counts. */
  private final Map<String, CounterWindow> windows = new ConcurrentHashMap<>();

  /** The Prometheus of the user's own; null where there is none. */
  private final @Nullable PrometheusClient prometheus;

  Observer(Definition definition, YamlCluster cluster) {
    this.definition = definition;
    this.cluster = cluster;
    URI address = definition.prometheus();
    this.prometheus = address == null ? null : new PrometheusClient(address);
  }

  Optional<PromQlSource> prometheus() {
    return Optional.ofNullable(prometheus);
  }

  ClusterSnapshot look() {
    List<Callable<Health>> probes = new ArrayList<>();
    for (ComponentEntry entry : definition.components()) {
      Component component = cluster.component(entry.id());
      probes.add(() -> times.look(entry, component, cluster.addresses().of(component)));
    }
    List<Callable<Reading>> asked = new ArrayList<>();
    List<SignalEntry> asking = new ArrayList<>();
    for (SignalEntry entry : definition.signals()) {
      if (entry.source() instanceof SignalSource.OfAnswers answers) {
        List<String> none = List.of(NONE);
        for (String id : answers.components().isEmpty() ? none : answers.components()) {
          asked.add(() -> ask(entry, answers, id));
          asking.add(entry);
        }
      } else if (entry.source() instanceof SignalSource.OfClass code) {
        asked.add(() -> code.code().apply(cluster));
        asking.add(entry);
      } else if (entry.source() instanceof SignalSource.OfPromQl text && prometheus != null) {
        asked.add(() -> ask(prometheus, text));
        asking.add(entry);
      }
    }
    List<Future<Object>> futures = startAll(probes, asked);
    List<ComponentStatus> components = statuses(futures.subList(0, probes.size()));
    List<Future<Object>> answers = futures.subList(probes.size(), futures.size());
    return new ClusterSnapshot(components, facts(asking, answers, components));
  }

  /** Whether a component answers its probe later by a time than it otherwise does. */
  WitnessReport late(Component component, Duration by) {
    return definition.components().stream()
        .filter(entry -> entry.id().equals(component.id()))
        .findFirst()
        .map(entry -> times.late(entry, component, cluster.addresses().of(component), by))
        .orElseThrow(() -> new IllegalArgumentException(component.id() + " is not in the file"));
  }

  /** Components whose probe had no answer in time when they were last looked at. */
  List<String> late() {
    return definition.components().stream().flatMap(entry -> times.late(entry).stream()).toList();
  }

  /** Asks one component; by a command that names whom it asks, none. */
  private Reading ask(SignalEntry entry, SignalSource.OfAnswers source, String component) {
    Addresses addresses = cluster.addresses();
    boolean all = component.equals(NONE);
    Names names = all ? addresses.ofAll() : addresses.of(cluster.component(component));
    Answer answer = source.question().ask(names, source.within());
    Reading reading = grown(entry, source, component, source.extraction().number(answer, names));
    return reading.isKnown() || all
        ? reading
        : Reading.unknown(RootLocale.format("%s: %s", component, reading.why()));
  }

  private Reading grown(
      SignalEntry entry, SignalSource.OfAnswers source, String component, Reading counter) {
    SignalSource.Growth growth = source.growth();
    if (growth == null || !counter.isKnown()) {
      return counter;
    }
    double seconds = growth.over().toMillis() / 1000.0;
    OptionalDouble perSecond =
        windows
            .computeIfAbsent(
                entry.signal().id() + " " + component, key -> new CounterWindow(growth.over()))
            .perSecond(System.nanoTime() / 1_000_000, counter.asDouble().orElseThrow());
    return perSecond.isPresent()
        ? Reading.of(perSecond.getAsDouble() * (growth.perSecond() ? 1 : seconds))
        : Reading.unknown(
            RootLocale.format("it was answered only once in %s s", Words.seconds(growth.over())));
  }

  private static Reading ask(PrometheusClient prometheus, SignalSource.OfPromQl text) {
    OptionalDouble value = prometheus.query(text.query()).single();
    return value.isPresent()
        ? Reading.of(value.getAsDouble())
        : Reading.unknown("Prometheus has no value for it");
  }

  /** Late answers are canceled, which counts as an answer. */
  private List<Future<Object>> startAll(
      List<Callable<Health>> probes, List<Callable<Reading>> asked) {
    List<Callable<Object>> all = new ArrayList<>();
    probes.forEach(probe -> all.add(probe::call));
    asked.forEach(question -> all.add(question::call));
    try {
      return threads.invokeAll(all, ProbeEntry.LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the observation was interrupted", e);
    }
  }

  private List<ComponentStatus> statuses(List<Future<Object>> answers) {
    List<ComponentStatus> statuses = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      ComponentEntry entry = definition.components().get(i);
      Health health = health(answers.get(i));
      String wording = entry.ports().isEmpty() ? entry.probe().wording(health) : null;
      statuses.add(new ComponentStatus(entry.id(), entry.role(), health, "", null, wording));
    }
    return statuses;
  }

  private static Health health(Future<Object> answer) {
    try {
      return (Health) answer.get();
    } catch (CancellationException e) {
      return Health.SILENT;
    } catch (ExecutionException e) {
      return Health.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.UNKNOWN;
    }
  }

  private Map<String, Reading> facts(
      List<SignalEntry> asking, List<Future<Object>> answers, List<ComponentStatus> components) {
    Map<SignalEntry, List<Reading>> readings = new LinkedHashMap<>();
    for (int i = 0; i < asking.size(); i++) {
      readings
          .computeIfAbsent(asking.get(i), entry -> new ArrayList<>())
          .add(reading(answers.get(i)));
    }
    Map<String, Reading> facts = new HashMap<>();
    readings.forEach(
        (entry, all) ->
            facts.put(
                entry.signal().id(),
                entry.source() instanceof SignalSource.OfAnswers source
                    ? source.reduction().of(all)
                    : all.get(0)));
    for (SignalEntry entry : definition.signals()) {
      if (entry.source() instanceof SignalSource.OfHealth count) {
        facts.put(entry.signal().id(), count(count, components));
      }
    }
    for (SignalEntry entry : definition.signals()) {
      if (entry.source() instanceof SignalSource.OfSignals two) {
        facts.put(entry.signal().id(), difference(facts.get(two.from()), facts.get(two.less())));
      }
    }
    return facts;
  }

  private static Reading reading(Future<Object> answer) {
    try {
      return (Reading) answer.get();
    } catch (CancellationException e) {
      return Reading.unknown(
          RootLocale.format(
              "no answer within %d ms, as long as an observation may take",
              ProbeEntry.LONGEST.toMillis()));
    } catch (ExecutionException e) {
      return Reading.unknown(Failure.words(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reading.unknown("the observation was interrupted");
    }
  }

  private static Reading count(SignalSource.OfHealth count, List<ComponentStatus> components) {
    return Reading.of(
        components.stream()
            .filter(status -> count.components().contains(status.id()))
            .filter(status -> status.health() == count.health())
            .count());
  }

  private static Reading difference(Reading from, Reading less) {
    if (!from.isKnown()) {
      return from;
    }
    return less.isKnown()
        ? Reading.of(from.asDouble().orElseThrow() - less.asDouble().orElseThrow())
        : less;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
