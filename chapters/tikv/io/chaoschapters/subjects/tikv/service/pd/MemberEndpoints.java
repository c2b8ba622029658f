package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.pd.PdBodies.Header;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.tikv.kvproto.Pdpb.Member;

/** Where PD tells of itself; it does before there is a cluster, too. */
final class MemberEndpoints {
  private static final String NONE = "None";
  private static final String NEVER = "0001-01-01T00:00:00Z";

  private final ClusterState state;
  private final Member self;
  private final PdConfig config;
  private final Instant started;

  MemberEndpoints(ClusterState state, Member self, PdConfig config, Instant started) {
    this.state = state;
    this.self = self;
    this.config = config;
    this.started = started;
  }

  HttpService addTo(HttpService http) {
    return http.route("GET", PdAnswers.API + "/health", (argument, body) -> health())
        .route("GET", PdAnswers.API + "/members", (argument, body) -> members())
        .route("GET", PdAnswers.API + "/cluster/status", (argument, body) -> clusterStatus())
        .route("GET", PdAnswers.API + "/config/replicate", (argument, body) -> replication())
        .route("GET", PdAnswers.API + "/version", (argument, body) -> version())
        .route("GET", PdAnswers.API + "/status", (argument, body) -> status());
  }

  private Answer health() {
    return Answer.json(
        200,
        List.of(
            new PdBodies.Health(
                self.getName(), id(), List.copyOf(self.getClientUrlsList()), true)));
  }

  private Answer members() {
    PdBodies.Member member =
        new PdBodies.Member(
            self.getName(),
            id(),
            List.copyOf(self.getPeerUrlsList()),
            List.copyOf(self.getClientUrlsList()),
            self.getDeployPath(),
            PdBodies.VERSION,
            NONE);
    return Answer.json(
        200, new PdBodies.Members(new Header(state.clusterId()), List.of(member), member, member));
  }

  /** Unsigned, and beyond a long as often as not. */
  private BigInteger id() {
    return new BigInteger(Long.toUnsignedString(self.getMemberId()));
  }

  private Answer clusterStatus() {
    Instant since = state.bootstrappedAt();
    return Answer.json(
        200,
        new PdBodies.ClusterStatus(since == null ? NEVER : GoText.time(since), since != null, ""));
  }

  private Answer replication() {
    return Answer.json(
        200, new PdBodies.Replication(config.maxReplicas(), "", "false", "true", "false", ""));
  }

  private Answer version() {
    return Answer.json(200, new PdBodies.Version(PdBodies.VERSION, "", "", ""));
  }

  private Answer status() {
    return Answer.json(
        200, new PdBodies.Status(NONE, PdBodies.VERSION, NONE, started.getEpochSecond()));
  }
}
