package example;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What goes wrong with our ensemble, in the words of the on-call runbook. */
final class EnsembleGlossary {
  private EnsembleGlossary() {}

  static Glossary terms() {
    return new Glossary(
        List.of(
            Term.of(
                "member down",
                "One ZooKeeper process has ended and refuses connections. The other two keep the"
                    + " quorum, and clients move over to them."),
            Term.of(
                "member stalled",
                "A ZooKeeper process hangs, for example in a long garbage collection: it accepts"
                    + " connections and does not answer. The others drop it after syncLimit."),
            Term.of(
                "lost quorum",
                "Two of the three members are gone. The one that is left stops serving clients,"
                    + " there is no leader, and nothing can be read or written.",
                "no quorum"),
            Term.of(
                "isolated member",
                "A member runs but cannot reach the other two, so it leaves the quorum and tells"
                    + " its clients that it does not serve requests. The other two go on without"
                    + " it."),
            Term.of(
                "session expiry",
                "The ensemble did not hear from a client for its session timeout, closed the"
                    + " session and removed its ephemeral nodes. Most often the client was paused"
                    + " or hung."),
            Term.of(
                "znode quota reached",
                "A path has as many nodes or bytes as its quota allows, and creating another one"
                    + " there is refused. The ensemble itself is healthy."),
            Term.of(
                "connection limit reached",
                "A client host has used up maxClientCnxns, usually by leaking clients. The members"
                    + " close its new connections at once; sessions that are open go on."),
            Term.of(
                "slow transaction log",
                "Syncing the transaction log to the disk takes long, so each write takes long, and"
                    + " requests pile up at the leader."),
            Term.of(
                "herd effect",
                "Very many clients watch the same node. Each change of it notifies all of them,"
                    + " and they all come back to read at the same moment."),
            Term.of(
                "request overload",
                "Clients send more requests than the ensemble can process. Outstanding requests"
                    + " and latency rise on all members."),
            Term.of(
                "election loop",
                "The members elect one leader after the other and none of them stays, so the"
                    + " ensemble serves clients only for moments.")));
  }
}
