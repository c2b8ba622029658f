package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** All nodes of a limiter, as an operator asks them. */
record LimiterNodes(List<NodeClient> clients) {

  /** Asks all before the first answer is waited for. */
  List<CompletableFuture<NodeProbe>> ask() {
    return clients.stream().map(NodeClient::probe).toList();
  }

  /** What each of them answers, or why it does not. */
  List<NodeProbe> probe() {
    return ask().stream().map(CompletableFuture::join).toList();
  }

  /** Something that nodes count for a key, summed up; empty when one did not tell. */
  OptionalLong sum(CountOf what, String key) {
    List<NodeProbe> probes = probe();
    if (probes.stream().anyMatch(probe -> probe.state() == null)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        probes.stream()
            .map(NodeProbe::state)
            .filter(Objects::nonNull)
            .mapToLong(state -> what.in(state, key))
            .sum());
  }

  /** The client of each component that is a node. */
  List<NodeClient> of(List<Component> targets) {
    return targets.stream().map(this::of).toList();
  }

  private NodeClient of(Component target) {
    return clients.stream()
        .filter(client -> client.id().equals(target.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    RootLocale.format(
                        "%s is no node; only a node can be a target here.", target.id())));
  }
}
