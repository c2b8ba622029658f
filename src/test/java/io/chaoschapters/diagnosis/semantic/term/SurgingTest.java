package io.chaoschapters.diagnosis.semantic.term;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurgingTest {
  private static boolean isOf(String definition, String number) {
    return Surging.isOf(Term.of("x", definition), List.of(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Far more requests come in than usual.",
        "Ten times as many visitors as usual come at once.",
        "Demand is many times what is normal, and the system still copes.",
        "Symptoms: many more calls than planned; connections pile up. Cause: a campaign.",
        "A surge of traffic.",
        "Traffic exceeds the usual level many times over.",
        "A flash crowd arrives."
      })
  void manyTimesTheUsual_isASurge(String definition) {
    assertThat(isOf(definition, "pages asked for by visitors, in requests")).isTrue();
  }

  /** Where nothing is out of bounds, what came in was handled. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "More requests come in than the servers can handle.",
        "Many more requests come than usual, and than the servers are sized for.",
        "Clients open as many connections as the server allows: a connection storm.",
        "Far more requests than usual are declined.",
        "Requests wait much longer than usual.",
        "One server gets more than its share of the requests.",
        "A server has crashed."
      })
  void moreThanCanBeHandled_failures_andTimes_areNone(String definition) {
    assertThat(isOf(definition, "pages asked for by visitors, in requests")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Far more mail comes in than usual.", "Many times the usual queries."})
  void surgeOfOneKindOfWork_isNoneOfAnother(String definition) {
    assertThat(isOf(definition, "queries and mail taken in")).isTrue();
    assertThat(isOf(definition, "requests that users got an answer to")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entries compacted", "heartbeats between members"})
  void whatASystemDoesByItself_isNoDemand(String number) {
    assertThat(isOf("Far more requests come in than usual.", number)).isFalse();
  }
}
