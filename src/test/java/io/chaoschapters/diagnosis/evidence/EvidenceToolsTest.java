package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Inquiry;
import org.junit.jupiter.api.Test;

class EvidenceToolsTest {
  private final Evidence evidence =
      EvidenceCases.of("message-queue").stream()
          .filter(EvidenceCase::isFault)
          .findFirst()
          .orElseThrow()
          .evidence();
  private final SystemTools tools = new EvidenceTools(evidence);

  @Test
  void everything_canBeLookedUp() {
    assertThat(tools.listComponents()).contains("broker-a (broker) answers");
    assertThat(tools.queryMetric("backlog")).contains("12 messages -> 18400 messages");
    assertThat(tools.readLog("worker-1", 5)).contains("handling took 1900 ms");
    assertThat(tools.checkInvariants()).contains("measured 18400 messages");
  }

  @Test
  void whatIsNotThere_isAnsweredWithWhatIs() {
    assertThat(tools.queryMetric("depth"))
        .startsWith("There is no such metric. There are: ")
        .contains("backlog");
    assertThat(tools.readLog("worker-9", 5))
        .startsWith("There is no such component.")
        .contains("worker-1");
  }

  @Test
  void modelAsksForATermOfTheGlossary_answerLeaksNothing() {
    String term = evidence.glossary().names().get(0);
    Inquiry inquiry = Inquiry.about(evidence, text -> {});
    inquiry.requireNoLeak(tools.queryMetric(term), "");
    inquiry.requireNoLeak(tools.readLog(term, 5), "");
    assertThat(tools.queryMetric(term)).doesNotContain(term);
  }
}
