package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.Fault;
import io.chaoschapters.subject.WitnessReport;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Asks the placement driver to keep leaders away; the witness asks the stores themselves. */
final class EvictLeaders implements Fault {
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(3);
  private static final Duration LET_LEAD_WITHIN = Duration.ofSeconds(10);

  private final TikvCluster cluster;
  private final List<Component> targets;
  private final Map<String, BigInteger> evicted = new ConcurrentHashMap<>();

  EvictLeaders(TikvCluster cluster, List<Component> targets) {
    this.cluster = cluster;
    this.targets = List.copyOf(targets);
  }

  @Override
  public List<UndoStep> undo() {
    return targets.stream()
        .map(
            target ->
                UndoStep.endsByItself(
                    RootLocale.format(
                        "%s leads nothing; the rule for it is gone with its placement driver",
                        target.id())))
        .toList();
  }

  @Override
  public void inject() {
    for (Component target : targets) {
      BigInteger id = storeId(target);
      evicted.put(target.id(), id);
      cluster.pd().evictLeaders(id).join();
    }
  }

  private BigInteger storeId(Component target) {
    String address = target.internalEndpoint(TikvComponents.CLIENT).toString();
    return LateAnswer.await("the stores of the cluster", ANSWERED_WITHIN, cluster.pd()::stores)
        .stream()
        .filter(store -> store.address().equals(address))
        .map(PdStore::id)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    RootLocale.format(
                        "The placement driver does not know %s (%s); only a store can be a target.",
                        target.id(), address)));
  }

  @Override
  public WitnessReport witness() {
    boolean all = true;
    StringBuilder seen = new StringBuilder();
    for (Component target : targets) {
      OptionalInt leaders = cluster.leaders(target.id());
      all &= leaders.isPresent() && leaders.getAsInt() == 0;
      seen.append(seen.isEmpty() ? "" : ", ")
          .append(target.id())
          .append(
              leaders.isPresent()
                  ? RootLocale.format(" says that it leads %d regions", leaders.getAsInt())
                  : " does not say what it leads");
    }
    return new WitnessReport(all, seen.toString());
  }

  @Override
  public boolean isOver() {
    return evicted.isEmpty();
  }

  @Override
  public boolean lastsUntilRollback() {
    return true;
  }

  @Override
  public void rollback() {
    for (String target : List.copyOf(evicted.keySet())) {
      try {
        Wait.atMost("the placement driver to let " + target + " lead again", LET_LEAD_WITHIN)
            .until(() -> letLead(evicted.get(target)));
      } catch (WaitTimeoutException e) {
        throw new IllegalStateException(
            RootLocale.format(
                "%s may still not lead: %s",
                evicted.keySet().stream().sorted().collect(Collectors.joining(", ")),
                Failure.words(e)),
            e);
      }
      evicted.remove(target);
    }
  }

  /** One late answer of a busy placement driver is no reason to leave the rule in place. */
  private Progress letLead(BigInteger store) {
    try {
      cluster.pd().stopEvictingLeaders(store).join();
      return Progress.reached();
    } catch (CompletionException e) {
      return isGoneAlready(e)
          ? Progress.reached()
          : Progress.notYet(LateAnswer.words(e.getCause()));
    }
  }

  private static boolean isGoneAlready(CompletionException e) {
    return e.getCause() instanceof PdException trouble
        && trouble.reason() == PdException.Reason.NOT_FOUND;
  }
}
