package example;

import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;

/** What goes wrong with our NATS cluster, in the words of the on-call runbook. */
final class NatsGlossary {
  private NatsGlossary() {}

  static Glossary terms() {
    return new Glossary(
        List.of(
            Term.of(
                "server down",
                "One NATS server has stopped and nothing listens on its port any more. The other"
                    + " two still have a quorum and keep taking messages."),
            Term.of(
                "server hung",
                "A NATS server process is still there and its port accepts connections, but it"
                    + " does not respond to anything, for example because it was stopped or is"
                    + " swapping."),
            Term.of(
                "quorum loss",
                "Two of the three servers are gone, so neither the meta group nor the stream can"
                    + " elect a leader. Publishing and all JetStream API calls time out until a"
                    + " second server is back.",
                "no quorum"),
            Term.of(
                "network partition",
                "A server runs and responds to its clients, but it has lost its routes to the"
                    + " other servers. Its copy of the stream falls behind, and whoever publishes"
                    + " through it gets no acknowledgment."),
            Term.of(
                "stream full",
                "The stream has reached max_bytes or max_msgs and its discard policy is new, so"
                    + " every further publish is rejected although all servers are healthy."),
            Term.of(
                "storage exhausted",
                "The disk or the max_file_store of a server is used up. JetStream on that server"
                    + " stops storing messages and reports insufficient resources."),
            Term.of(
                "consumer lag",
                "The workers fetch messages more slowly than they are published, or have stopped"
                    + " fetching, so the number of messages waiting in the consumer keeps growing.",
                "consumer backlog"),
            Term.of(
                "redelivery loop",
                "Workers receive messages but do not acknowledge them before ack_wait is over, so"
                    + " the same messages are delivered again and again."),
            Term.of(
                "slow consumer",
                "A client reads more slowly than the server sends to it, so the server runs into"
                    + " max_pending or the write deadline and disconnects that client."),
            Term.of(
                "connection limit reached",
                "A server has as many client connections as max_connections allows and turns"
                    + " every new client away. Clients that are already connected go on working.",
                "connection exhaustion"),
            Term.of(
                "replica lag",
                "A replica of the stream is connected but many operations behind the leader,"
                    + " usually because its disk or its machine is too slow."),
            Term.of(
                "leader flapping",
                "The leader of the stream or of the meta group changes every few seconds, and"
                    + " publishes fail in between.")));
  }
}
