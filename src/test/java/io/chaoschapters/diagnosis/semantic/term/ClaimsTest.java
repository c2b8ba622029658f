package io.chaoschapters.diagnosis.semantic.term;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.semantic.symptom.Harm;
import io.chaoschapters.diagnosis.semantic.symptom.RoleState;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
  private static final List<String> ROLES = List.of("worker", "router");

  private static Claims of(String name, String definition) {
    return new Claims(TermText.of(Term.of(name, definition)), ROLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A worker hangs: it accepts connections but does not respond. | HUNG",
        "One worker is frozen and never answers. | HUNG",
        "One worker has crashed; the others go on. | GONE",
        "A worker is no longer running. | GONE",
        "No worker runs. | GONE",
        "None of the workers answers. | LOST",
        "A worker takes connections but a worker answers no one. | HUNG",
        "A worker fails its health checks. | ILL",
        "A worker tells its clients that it does not serve. | ILL",
        "A worker answers with status 503. | ILL",
        "A worker is cut off from the rest. | CUT",
        "A worker cannot reach the other two. | CUT",
        "A worker has lost contact to its peers. | CUT"
      })
  void definition_claimsWhatBecameOfARole(String definition, Claim claim) {
    Claims claims = of("trouble", definition);
    assertThat(claims.of("worker", claim)).isGreaterThan(0.7);
    assertThat(claims.of("router", claim)).isLessThan(claims.of("worker", claim));
  }

  /** "The database" may be either; "the replica" is one of them. */
  @Test
  void rolesThatShareAWord_areToldApartByTheOther() {
    List<String> roles = List.of("primary database", "replica database");
    Claims replica =
        new Claims(TermText.of(Term.of("replica down", "The replica is not running.")), roles);
    assertThat(replica.of("replica database", Claim.GONE)).isEqualTo(1);
    assertThat(replica.of("primary database", Claim.GONE)).isLessThan(0.2);
    Claims either =
        new Claims(TermText.of(Term.of("outage", "The database is not running.")), roles);
    assertThat(either.of("primary database", Claim.GONE)).isEqualTo(1);
    assertThat(either.of("replica database", Claim.GONE)).isEqualTo(1);
  }

  /** What a component's state says better is not evidence once more, whatever it is called. */
  @Test
  void statementThatAllAnswer_isOfThoseThatAreHarmed() {
    assertThat(harm(Health.SILENT).isOfAnswering("both servers answer a ping")).isTrue();
    assertThat(harm(Health.SERVING).isOfAnswering("both servers answer a ping")).isFalse();
    assertThat(harm(Health.SILENT).isOfAnswering("the router answers a ping")).isFalse();
  }

  @Test
  void thatNoneRuns_isNotThatTheyRun() {
    assertThat(of("outage", "No worker runs.").of("worker", Claim.ALIVE)).isZero();
    assertThat(of("errors", "The worker runs but fails.").of("worker", Claim.ALIVE)).isEqualTo(1);
  }

  @Test
  void stateConfirmsOneClaimAndContradictsTheOther() {
    RoleState silent = new RoleState("worker", Health.SILENT, 1, 3, 1, List.of());
    double[] hung = of("worker hung", "A worker hangs and does not answer.").facts(silent);
    double[] gone = of("worker down", "A worker has crashed.").facts(silent);
    assertThat(hung).hasSize(Claims.FACTS);
    assertThat(hung[0]).isEqualTo(1);
    assertThat(hung[1]).isZero();
    assertThat(gone[0]).isZero();
    assertThat(gone[1]).isEqualTo(1);
  }

  @Test
  void lossOfMost_isAnotherFactThanLossOfOne() {
    Claims claims = of("majority lost", "More than half of the workers are down.");
    assertThat(claims.facts(new RoleState("worker", Health.REFUSING, 2, 3, 2, List.of()))[5])
        .isEqualTo(1);
    assertThat(claims.facts(new RoleState("worker", Health.REFUSING, 1, 3, 1, List.of()))[6])
        .isEqualTo(1);
  }

  /** Degraded is not gone: what answers contradicts that it is gone or silent. */
  @Test
  void unwell_contradictsGoneAndSilent_andConfirmsUnwell() {
    RoleState unwell = new RoleState("worker", Health.DEGRADED, 3, 3, 0, List.of());
    assertThat(of("worker down", "A worker has crashed.").facts(unwell)[1]).isEqualTo(1);
    assertThat(of("worker hung", "A worker hangs and does not answer.").facts(unwell)[1])
        .isEqualTo(1);
    assertThat(of("worker ill", "A worker fails its health checks.").facts(unwell)[0]).isEqualTo(1);
  }

  /** How it was lost is left open, so that both states confirm it and none contradicts it. */
  @ParameterizedTest
  @CsvSource({"REFUSING", "SILENT"})
  void lost_isConfirmedByGoneAndBySilent(Health health) {
    RoleState state = new RoleState("worker", health, 1, 3, 1, List.of());
    double[] lost = of("worker outage", "The worker is unavailable.").facts(state);
    assertThat(lost[0]).isGreaterThan(0.5);
    assertThat(lost[1]).isZero();
  }

  @Test
  void lossOfWhatOneOfThemWas_isLossOfIt() {
    RoleState leader = new RoleState("worker", Health.SILENT, 1, 3, 1, List.of("leader"));
    RoleState other = new RoleState("worker", Health.SILENT, 1, 3, 1, List.of());
    Claims claims = of("leader change", "The leader was lost and another was elected.");
    assertThat(claims.facts(leader)[0]).isGreaterThan(claims.facts(other)[0]);
  }

  @Test
  void roleThatServes_refutesThatItIsGone_andOneThatCouldNotBeProbedDoesNot() {
    Claims gone = of("worker outage", "The worker does not answer at all at the moment.");
    assertThat(gone.unmet(harm(Health.SERVING))).isEqualTo(1);
    assertThat(gone.unmet(harm(Health.UNKNOWN))).isZero();
    // It answers that it is unwell, so it is not silent.
    assertThat(gone.unmet(harm(Health.DEGRADED))).isEqualTo(1);
    Claims unavailable = of("worker outage", "The worker is not available.");
    assertThat(unavailable.unmet(harm(Health.DEGRADED))).isZero();
    assertThat(unavailable.unmet(harm(Health.SERVING))).isEqualTo(1);
    Claims well = of("slow worker", "The worker answers every request, but slowly.");
    assertThat(well.refuted(harm(Health.SILENT))).isEqualTo(1);
    assertThat(well.refuted(harm(Health.SERVING))).isZero();
  }

  /** What tells that it does not serve is there, whatever words of silence the clause holds. */
  @Test
  void whoSaysThatItDoesNotServe_isUnwellAndNotSilent() {
    Claims claims = of("cut off", "A worker tells its clients that it does not serve requests.");
    assertThat(claims.of("worker", Claim.HUNG)).isZero();
    RoleState unwell = new RoleState("worker", Health.DEGRADED, 1, 3, 0, List.of());
    assertThat(claims.facts(unwell)[0]).isEqualTo(1);
    assertThat(claims.facts(unwell)[1]).isZero();
  }

  /** Unwell, it runs all the same; only that it is well is refuted. */
  @Test
  void unwell_refutesThatARoleIsWell_andNotThatItRuns() {
    Claims runs = of("cut off", "A worker is running but cannot reach the others.");
    assertThat(runs.refuted(harm(Health.DEGRADED))).isZero();
    assertThat(runs.refuted(harm(Health.REFUSING))).isEqualTo(1);
    Claims healthy = of("quota", "No more fits into a path, while the worker is healthy.");
    assertThat(healthy.refuted(harm(Health.DEGRADED))).isEqualTo(1);
  }

  @Test
  void thatTheOthersAreWell_isNotRefutedByTheOneThatIsLost() {
    Claims claims = of("worker down", "One worker crashed. The other workers are running.");
    assertThat(claims.refuted(harm(Health.REFUSING))).isZero();
    RoleState gone = new RoleState("worker", Health.REFUSING, 1, 3, 1, List.of());
    assertThat(claims.facts(gone)[8]).isZero();
  }

  private static Harm harm(Health health) {
    return Harm.of(List.of(ComponentStatus.of("w", "worker", health, "")));
  }
}
