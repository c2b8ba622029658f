package io.chaoschapters.diagnosis.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertaintyTest {
  private static double likelihood(double confirmed, double states, double unmet) {
    return new Certainty(0.8, 0.4, 1, 1, 0.5, 0.3, confirmed, states, unmet)
        .likelihood(Weights.standard());
  }

  @Test
  void termThatClaimsTheLoss_isFarLikelierThanOneThatDoesNotSpeakOfIt() {
    assertThat(likelihood(0.8, 1, 0)).isGreaterThan(0.7);
    assertThat(likelihood(0, 1, 0)).isLessThan(likelihood(0.8, 1, 0) - 0.3);
  }

  /** Each role that changed its state wants to be explained. */
  @Test
  void moreThatIsLost_andClaimsThatAreUnmet_makeItLessLikely() {
    assertThat(likelihood(0.8, 2, 0)).isLessThan(likelihood(0.8, 1, 0));
    assertThat(likelihood(0.8, 1, 1)).isLessThan(likelihood(0.8, 1, 0));
  }

  @Test
  void withoutAnyLoss_noneHasToBeConfirmed() {
    assertThat(likelihood(-1, 0, 0)).isGreaterThan(0.5);
  }
}
