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
                "The process of one store has ended and nothing listens at its address: connections"
                    + " to it are refused. The other stores take over and go on serving.",
                "store crash",
                "dead store"),
            Term.of(
                "store stalled",
                "A store is alive and accepts connections, but it does not answer any request; its"
                    + " connections stay open.",
                "store hung",
                "unresponsive store"),
            Term.of(
                "network partition",
                "Stores run and answer from outside, but messages between them do not arrive.",
                "split network"),
            Term.of(
                "slow store",
                "A store answers every request, but much more slowly than the other stores do.",
                "straggler"),
            Term.of(
                "leader imbalance",
                "Leaders are spread unevenly over the stores: some lead many more regions than the"
                    + " others, although every store is up and answers.",
                "uneven leaders",
                "leader skew"),
            Term.of(
                "under-replication",
                "Regions have fewer copies than they are configured to have, and new copies have"
                    + " yet to be made.",
                "missing replicas"),
            Term.of(
                "quorum loss",
                "More than half of the copies of a region are on stores that are gone, so that it"
                    + " has no leader: nothing there can be written or read until they are back.",
                "majority lost"),
            Term.of(
                "PD leader loss",
                "The placement driver has no leader: nobody hands out time stamps or schedules"
                    + " regions, while the stores themselves run.",
                "placement driver leader lost"),
            Term.of(
                "hot region",
                "One region receives most of the reads or writes, so that the store which leads it"
                    + " is overloaded.",
                "hotspot"),
            Term.of(
                "write stall",
                "The storage engine of a store holds back or rejects writes because compaction"
                    + " cannot keep up with them.",
                "compaction backlog"),
            Term.of(
                "disk full",
                "A store has run out of disk space and refuses to write.",
                "out of space")));
  }
}
