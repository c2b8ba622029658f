package io.chaoschapters.subject.yaml;

import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file has to say of components that are cut off or delayed. */
final class NetworkFaults {
  private static final String PARTITION = "partition";
  private static final String LATENCY = "latency";

  private final Definition definition;

  NetworkFaults(Definition definition) {
    this.definition = definition;
  }

  Optional<String> unwitnessed(String fault, List<String> targets) {
    return each(targets)
        .flatMap(
            entry ->
                switch (fault) {
                  case PARTITION -> unseenCut(entry).stream();
                  case LATENCY -> unseenDelay(entry).stream();
                  default -> Stream.<String>empty();
                })
        .findFirst();
  }

  private Stream<ComponentEntry> each(List<String> targets) {
    return targets.stream().flatMap(target -> definition.meantBy(target).stream());
  }

  private static Optional<String> unseenCut(ComponentEntry entry) {
    return entry.cutOff() != null
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "nothing could see it on '%s'; give that component (%s) a 'cut-off', such as a question of another one that no longer hears it",
                entry.id(), entry.where()));
  }

  /**
   * A connection is accepted before the component answers, and a container's own check is in it.
   */
  private static Optional<String> unseenDelay(ComponentEntry entry) {
    return entry.probe() instanceof ProbeEntry.Asked || entry.probe() instanceof ProbeEntry.ByClass
        ? Optional.empty()
        : Optional.of(
            RootLocale.format(
                "no late answer of '%s' could be seen; give that component (%s) a 'probe' that is answered, by http, tcp or command",
                entry.id(), entry.where()));
  }

  Optional<String> doubtful(String fault, List<String> targets) {
    return each(targets).flatMap(entry -> doubt(fault, entry).stream()).findFirst();
  }

  private static Optional<String> doubt(String fault, ComponentEntry entry) {
    boolean isNetwork = fault.equals(PARTITION) || fault.equals(LATENCY);
    @Nullable String why = null;
    if (isNetwork && entry.container() == null && entry.selector().isEmpty()) {
      why =
          RootLocale.format(
              "'%s' (%s) runs as a process, and only containers and pods can be cut off or delayed. Its chapters are skipped; give it an 'image', or use a Compose file",
              entry.id(), entry.where());
    } else if (fault.equals(LATENCY) && entry.delayable().isEmpty()) {
      why =
          RootLocale.format(
              "'%s' (%s) has no delayable port, so its chapters are skipped unless Chaos Mesh injects faults; write 'delayable: [%s]' there",
              entry.id(),
              entry.where(),
              entry.ports().keySet().stream().findFirst().orElse("name of a port"));
    } else if (fault.equals(LATENCY)
        && entry.probe() instanceof ProbeEntry.Asked asked
        && !asked.question().asksAt(entry.delayable())) {
      why =
          RootLocale.format(
              "the probe of '%s' (%s) asks at none of its delayable ports (%s), so it sees no delay unless Chaos Mesh injects faults; have it ask there, or make its port delayable",
              entry.id(), entry.where(), String.join(", ", entry.delayable()));
    }
    return Optional.ofNullable(why);
  }
}
