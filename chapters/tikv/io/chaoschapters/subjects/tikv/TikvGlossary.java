package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What operators of TiKV tell apart; most of it never happens here. */
final class TikvGlossary {
  private TikvGlossary() {}

  static Glossary terms() {
    return new Glossary(
        List.of(
            Term.of(
                "store down",
                "One store has stopped and refuses connections; the others go on.",
                "store crash",
                "dead store"),
            Term.of(
                "store stalled",
                "A store is alive and accepts connections but does not answer.",
                "store hung",
                "unresponsive store"),
            Term.of(
                "network partition",
                "Stores run and answer from outside, but the network between them is"
                    + " interrupted, so that messages from one to another are lost.",
                "split network"),
            Term.of(
                "slow store",
                "A store answers, but much more slowly than the others.",
                "straggler"),
            Term.of(
                "leader imbalance",
                "Some stores lead far more regions than others while every store is"
                    + " up, so that they do most of the work.",
                "uneven leaders",
                "leader skew"),
            Term.of(
                "under-replication",
                "Regions have fewer copies than they should have.",
                "missing replicas"),
            Term.of(
                "quorum loss",
                "More than half of the stores are gone, so that regions have no majority"
                    + " of their copies up and no leader.",
                "majority lost"),
            Term.of(
                "PD leader loss",
                "The placement driver has no leader, so that nobody hands out time"
                    + " stamps or schedules regions.",
                "placement driver leader lost"),
            Term.of("hot region", "One region gets most of the reads or writes.", "hotspot"),
            Term.of(
                "write stall",
                "A store's storage engine holds back writes because compaction cannot"
                    + " keep up.",
                "compaction backlog"),
            Term.of(
                "disk full",
                "A store has no free space left and refuses writes.",
                "out of space")));
  }
}
