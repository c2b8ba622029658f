package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.SavedCase;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.subject.Glossary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All evidence on which methods are judged, by system. None of it is in the corpus. */
final class JudgedCases {
  private static final String LIVE = "src/test/resources/diagnosis/live/";
  private static final String SHIPPED = "docs/trials/evidence/";

  private JudgedCases() {}

  /** Who worded it. */
  enum Group {
    REAL("real systems, worded blindly"),
    /** Nobody who worked at version 5 had seen them. */
    HELD_BACK("real systems, held back from version 5"),
    /** Nobody who worked at version 7 had seen them. */
    UNSEEN("real systems, held back from version 7"),
    /** Nobody who worked at versions 8 and 9 had seen them, and no weight is learnt from them. */
    NEWEST("real systems, held back from version 9"),
    /**
     * Worded by somebody who knew the method, before it was asked; no weight is learnt from them.
     */
    FRESH("real systems, worded by somebody who knew the method"),
    SHIPPED("shipped subjects"),
    MADE("made-up systems");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A case.
   *
   * @param family systems of one family are left out together
   * @param terms the right terms; empty when none is
   */
  record Judged(Group group, String system, String family, SavedCase saved, List<String> terms) {
    boolean isFault() {
      return !terms.isEmpty();
    }

    /** The evidence with a glossary that lacks the right terms. */
    Evidence withoutRight() {
      Evidence e = saved.evidence();
      return SurgeCases.with(
          e,
          e.signals(),
          new Glossary(
              e.glossary().terms().stream().filter(t -> !terms.contains(t.name())).toList()));
    }

    boolean isControl() {
      return saved.kind().equals("control");
    }
  }

  static List<Judged> all() {
    List<Judged> cases = new ArrayList<>();
    Stream.of("etcd", "postgres-pair", "haproxy-web", "nats-cluster", "zookeeper-ensemble")
        .forEach(system -> cases.addAll(of(Group.REAL, LIVE + system, system)));
    Stream.of("mosquitto-bridge", "varnish-web", "mariadb-pair")
        .forEach(system -> cases.addAll(of(Group.HELD_BACK, LIVE + system, system)));
    Stream.of("redis-sentinel", "beanstalkd-workers", "dns-resolvers", "gateway-orders")
        .forEach(system -> cases.addAll(of(Group.UNSEEN, LIVE + system, system)));
    Stream.of("pgbouncer-pool", "ldap-replicas")
        .forEach(system -> cases.addAll(of(Group.NEWEST, LIVE + system, system)));
    Stream.of("memcached-shop", "media-pipeline")
        .forEach(system -> cases.addAll(of(Group.FRESH, LIVE + system, system)));
    cases.addAll(of(Group.SHIPPED, SHIPPED + "ratelimiter", "rate-limiter"));
    cases.addAll(of(Group.SHIPPED, SHIPPED + "tikv", "store-cluster"));
    cases.addAll(of(Group.SHIPPED, SHIPPED + "tikv-in-containers", "store-cluster"));
    EvidenceCases.SYSTEMS.forEach(system -> cases.addAll(of(Group.MADE, system, system)));
    cases.addAll(of(Group.MADE, EvidenceCases.HELD_OUT, EvidenceCases.HELD_OUT));
    return cases;
  }

  private static List<Judged> of(Group group, String source, String family) {
    String system = String.valueOf(Path.of(source).getFileName());
    return SavedCase.of(source).stream()
        .map(saved -> new Judged(group, system, family, saved, terms(saved)))
        .toList();
  }

  private static List<String> terms(SavedCase saved) {
    if (!saved.kind().equals("fault")) {
      return List.of();
    }
    return Stream.of(saved.expected())
        .flatMap(
            text ->
                saved.evidence().glossary().find(text).isPresent()
                    ? Stream.of(text)
                    : Stream.of(text.split(" and ")))
        .map(name -> saved.evidence().glossary().find(name).orElseThrow().name())
        .toList();
  }
}
