package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.LoadType;
import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.subject.Subject;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Three limiter nodes that count in one Redis. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RateLimiterSubject implements Subject<RateLimiterCluster> {
  @Override
  public String id() {
    return "ratelimiter";
  }

  @Override
  public String title() {
    return "Distributed rate limiter: three nodes, one Redis";
  }

  @Override
  public Glossary glossary() {
    return RateLimiterGlossary.terms();
  }

  @Override
  public List<Signal> signals() {
    return RateLimiterSignals.all();
  }

  @Override
  public List<Invariant> invariants() {
    return RateLimiterInvariants.all();
  }

  @Override
  public List<FaultType<RateLimiterCluster>> faults() {
    return List.of(
        new BurstFaultType(),
        new DebugSleepFaultType(),
        new ClientPauseFaultType(),
        new SlowStoreFaultType(),
        new FullStoreFaultType(),
        new LimitChangeFaultType(),
        new HideStateFaultType());
  }

  @Override
  public List<LoadType<RateLimiterCluster>> loads() {
    return List.of(new SteadyLoad());
  }

  @Override
  public List<ParameterSpec> configuration() {
    return RateLimiterConfiguration.SPECS;
  }

  @Override
  public List<String> runtimes() {
    return List.of("local", "docker", "kubernetes");
  }

  @Override
  public List<String> images() {
    return RateLimiterContainers.images();
  }

  @Override
  public Optional<String> standIn(String runtime) {
    return Optional.empty();
  }

  @Override
  public List<String> targets() {
    return RateLimiterComponents.IDS;
  }

  @Override
  public RateLimiterCluster start(ComponentRuntime runtime) {
    String password = Passwords.random();
    // The nodes are told where the store is, so it is there first.
    Component store = runtime.start(List.of(RateLimiterComponents.store(password))).get(0);
    List<Component> nodes = runtime.start(RateLimiterComponents.nodes(store, password));
    return new RateLimiterCluster(store, nodes, password);
  }
}
