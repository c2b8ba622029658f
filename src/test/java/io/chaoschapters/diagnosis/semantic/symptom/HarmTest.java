package io.chaoschapters.diagnosis.semantic.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HarmTest {
  private static Harm harm(Health oven, Health shop) {
    return Harm.of(
        List.of(
            ComponentStatus.of("o", "oven", oven, ""), ComponentStatus.of("s", "shop", shop, "")));
  }

  private static Symptom violation(String statement, @Nullable String component) {
    return Symptom.of(
        SymptomKind.VIOLATION, statement, statement, 1, component, Citation.of(statement, ""));
  }

  @Test
  void whatIsSeenAtThoseThatServe_isBesideTheLoss() {
    Harm lost = harm(Health.REFUSING, Health.SERVING);
    assertThat(lost.isBesideLoss(violation("the shop has bread", null))).isTrue();
    assertThat(lost.isBesideLoss(violation("bread is fresh", "s"))).isTrue();
    assertThat(lost.isBesideLoss(violation("bread is fresh", null))).isFalse();
    assertThat(lost.isBesideLoss(violation("the oven is hot", null))).isFalse();
    assertThat(lost.isBesideLoss(violation("the oven sends the shop bread", null))).isFalse();
  }

  @Test
  void withoutALoss_nothingIsBesideIt() {
    Harm well = harm(Health.DEGRADED, Health.SERVING);
    assertThat(well.isBesideLoss(violation("the shop has bread", null))).isFalse();
  }

  /** Whoever is unwell answers, so it is there. */
  @Test
  void rolesThatAnswer_areThere_evenUnwell() {
    assertThat(harm(Health.DEGRADED, Health.SERVING).there()).containsExactly("oven", "shop");
    assertThat(harm(Health.SILENT, Health.UNKNOWN).there()).isEmpty();
  }

  @Test
  void statementThatAllOfSeveralKindsRun_isLeftToTheStateOfTheOneThatDoesNot() {
    Harm lost = harm(Health.SILENT, Health.SERVING);
    assertThat(lost.isOfAnswering("the shops and their clients are all running")).isTrue();
    assertThat(lost.isOfAnswering("the shops are all running")).isFalse();
    assertThat(harm(Health.SERVING, Health.SERVING).isOfAnswering("all clients are running"))
        .isFalse();
  }
}
