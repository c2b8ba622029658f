package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * Splits regions at keys on request. PD answers when it is through: it passes over regions that do
 * not have all their copies, and goes on trying where there is nothing to split.
 */
final class SplitRequests {
  /** Five attempts, with longer and longer pauses between them, took seven seconds. */
  private static final Duration EACH_ATTEMPT = Duration.ofMillis(1_400);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final ClusterState state;
  private final Operators operators;
  private final int replicas;
  private final Clock clock;

  SplitRequests(ClusterState state, Operators operators, int replicas, Clock clock) {
    this.state = state;
    this.operators = operators;
    this.replicas = replicas;
    this.clock = clock;
  }

  PdBodies.SplitResult split(List<ByteString> keys, int attempts) {
    Set<ByteString> toSplit =
        keys.stream()
            .filter(key -> BoundarySplits.splitBy(state, key).isPresent())
            .collect(Collectors.toSet());
    try {
      new Wait("regions to be split", EACH_ATTEMPT.multipliedBy(Math.max(1, attempts)), LOOK_EVERY)
          .until(
              () -> {
                order(toSplit);
                long done = keys.stream().filter(key -> isDone(key, toSplit)).count();
                return new Progress(done == keys.size(), done + " split");
              });
    } catch (WaitTimeoutException e) {
      // What is not done by then is in the answer.
    }
    return result(keys, toSplit);
  }

  private boolean isDone(ByteString key, Set<ByteString> toSplit) {
    return toSplit.contains(key) && BoundarySplits.splitBy(state, key).isEmpty();
  }

  private void order(Set<ByteString> toSplit) {
    Map<Long, List<ByteString>> byRegion =
        toSplit.stream()
            .filter(key -> BoundarySplits.splitBy(state, key).isPresent())
            .collect(
                Collectors.groupingBy(
                    key -> BoundarySplits.splitBy(state, key).map(RegionInfo::id).orElse(0L),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byRegion.forEach(
        (id, keys) ->
            state
                .region(id)
                .filter(region -> region.isWhole(replicas) && !operators.isBusy(id))
                .ifPresent(
                    region ->
                        operators.order(
                            Operator.split("admin-split-region", region, keys, clock.instant()))));
  }

  private PdBodies.SplitResult result(List<ByteString> keys, Set<ByteString> toSplit) {
    List<ByteString> done = keys.stream().filter(key -> isDone(key, toSplit)).toList();
    Set<Long> ids = new HashSet<>();
    for (ByteString key : done) {
      Optional<RegionInfo> region = state.holding(key);
      region.ifPresent(r -> ids.add(r.id()));
    }
    return new PdBodies.SplitResult(100 * done.size() / keys.size(), List.copyOf(ids));
  }
}
