package example;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The three components, seen from outside, and a customer who is always there. */
public final class PostgresPairCluster implements Cluster {
  private static final double ALWAYS_PER_SECOND = 4;

  final Component primary;
  final Component standby;
  final Component pooler;
  final Traffic traffic = new Traffic();

  private final ExecutorService looking = Executors.newFixedThreadPool(3, Probe::daemon);
  private final Clients always;

  PostgresPairCluster(Component primary, Component standby, Component pooler) {
    this.primary = primary;
    this.standby = standby;
    this.pooler = pooler;
    always = new Clients(traffic, List.of(new Customer(this, false)), () -> ALWAYS_PER_SECOND);
  }

  @Override
  public List<Component> components() {
    return List.of(primary, standby, pooler);
  }

  @Override
  public ClusterSnapshot observe() {
    Future<Probe> atPrimary = looking.submit(() -> Probe.ofPrimary(primary));
    Future<Probe> atStandby = looking.submit(() -> Probe.ofStandby(standby));
    Future<Probe> atPooler = looking.submit(() -> Probe.ofPooler(pooler));
    Probe ofPrimary = Probe.result(atPrimary);
    Probe ofStandby = Probe.result(atStandby);
    Probe ofPooler = Probe.result(atPooler);
    List<ComponentStatus> components =
        List.of(ofPrimary.status(primary), ofStandby.status(standby), ofPooler.status(pooler));
    Map<String, Reading> facts = new HashMap<>();
    facts.put(Signals.TRANSACTIONS, traffic.perSecond());
    facts.put(Signals.FAILED, traffic.failedPercent());
    facts.put(Signals.DURATION, traffic.seconds95());
    facts.put(Signals.QUEUED, ofPooler.number("cl_waiting"));
    facts.put(Signals.LOCK_WAITS, ofPrimary.number("lock_waits"));
    facts.put(
        Signals.UNRECEIVED, difference(ofPrimary.number("written"), ofStandby.number("received")));
    facts.put(
        Signals.UNREPLAYED, difference(ofStandby.number("received"), ofStandby.number("replayed")));
    long answering = components.stream().filter(one -> one.health() == Health.SERVING).count();
    facts.put(Signals.ANSWERING, Reading.of(answering));
    return new ClusterSnapshot(components, facts);
  }

  private static Reading difference(Reading more, Reading less) {
    if (more.value() == null) {
      return more;
    }
    return less.value() == null ? less : Reading.of(Math.max(0, more.value() - less.value()));
  }

  @Override
  public void close() {
    looking.shutdownNow();
    always.close();
  }
}
