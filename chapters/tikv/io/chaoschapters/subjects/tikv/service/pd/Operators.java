package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What leaders were ordered to do and have not done yet, one thing for each region. An order is
 * sent at once and again with every heartbeat of the region, until it is done or a minute is over.
 */
final class Operators {

  private final Map<Long, Operator> underWay = new LinkedHashMap<>();
  private final ClusterState state;
  private final ServerLog log;
  private final RegionStreams streams;
  private final Clock clock;
  private final Instant started;

  Operators(ClusterState state, RegionStreams streams, Clock clock, ServerLog log) {
    this.log = log;
    this.state = state;
    this.streams = streams;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Orders it, in place of what the region was ordered before. */
  void order(Operator operator) {
    synchronized (this) {
      underWay.put(operator.regionId(), operator);
    }
    log.info(
        "operator_controller.go",
        "add operator",
        "region-id",
        operator.regionId(),
        "operator",
        operator.listed(started));
    send(operator);
  }

  private void send(Operator operator) {
    state
        .region(operator.regionId())
        .filter(region -> region.leader() != null)
        .ifPresent(region -> streams.send(region.leaderStore(), operator.order()));
  }

  /** A region's leader has told of it: what it was ordered is done, or it is told again. */
  void heard(long regionId) {
    Operator operator;
    synchronized (this) {
      operator = underWay.get(regionId);
      if (operator == null || isFinished(operator)) {
        underWay.remove(regionId);
        return;
      }
    }
    send(operator);
  }

  private boolean isFinished(Operator operator) {
    return operator.done().test(state.region(operator.regionId()))
        || operator.isOver(clock.instant());
  }

  /** A region is busy, too, while another one is to become a part of it. */
  synchronized boolean isBusy(long regionId) {
    return underWay.containsKey(regionId)
        || underWay.values().stream()
            .anyMatch(o -> o.order().getMerge().getTarget().getId() == regionId);
  }

  /** Forgets what is done, also where nothing was heard of the region. */
  synchronized void tidy() {
    underWay.values().removeIf(this::isFinished);
  }

  /** Where a region's leader will be once what is under way is done, or empty for where it is. */
  synchronized Optional<Long> leaderToBe(long regionId) {
    Operator operator = underWay.get(regionId);
    return operator != null && operator.order().hasTransferLeader()
        ? Optional.of(operator.order().getTransferLeader().getPeer().getStoreId())
        : Optional.empty();
  }

  synchronized List<String> listed() {
    List<String> lines = new ArrayList<>();
    underWay.values().forEach(operator -> lines.add(operator.listed(started)));
    return lines;
  }
}
