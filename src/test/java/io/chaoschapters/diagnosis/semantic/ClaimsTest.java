package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;

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
        "A worker fails its health checks. | ILL"
      })
  void definition_claimsWhatBecameOfARole(String definition, Claim claim) {
    Claims claims = of("trouble", definition);
    assertThat(claims.of("worker", claim)).isGreaterThan(0.7);
    assertThat(claims.of("router", claim)).isLessThan(claims.of("worker", claim));
  }

  @Test
  void stateConfirmsOneClaimAndContradictsTheOther() {
    RoleState silent = new RoleState("worker", Health.SILENT, 1, 3, 1);
    double[] hung = of("worker hung", "A worker hangs and does not answer.").facts(silent);
    double[] gone = of("worker down", "A worker has crashed.").facts(silent);
    assertThat(hung).hasSize(Features.FACTS);
    assertThat(hung[0]).isEqualTo(1);
    assertThat(hung[1]).isZero();
    assertThat(gone[0]).isZero();
    assertThat(gone[1]).isEqualTo(1);
  }

  @Test
  void lossOfMost_isAnotherFactThanLossOfOne() {
    Claims claims = of("majority lost", "More than half of the workers are down.");
    assertThat(claims.facts(new RoleState("worker", Health.REFUSING, 2, 3, 2))[5]).isEqualTo(1);
    assertThat(claims.facts(new RoleState("worker", Health.REFUSING, 1, 3, 1))[6]).isEqualTo(1);
  }
}
