package io.chaoschapters.check;

import static io.chaoschapters.ChaosAssertions.assertThat;
import static io.chaoschapters.ChaosAssertions.assertThatCode;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.junit.Laboratory;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.toy.ToySubject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the code of a chapter names is looked at before the chapter is performed. */
class ChapterWordsTest {
  /** Each of them once right and once wrong. */
  static class Typos {
    private static final String CONSTANT = "backlog-smal";

    void invariants(Monitor monitor) {
      monitor.awaitViolation("backlog-small");
      monitor.awaitViolation("backlogs-small");
      monitor.status("backlog-small");
      monitor.status(CONSTANT);
      assertThat(monitor).keeps("backlog-small");
      assertThat(monitor).keeps("nodes-anser");
    }

    void terms(Diagnostician ai) {
      assertThat(ai.diagnose()).names("queue overflow", "Node-Outage");
      assertThat(ai.diagnose()).names("queue overflow", "queue owerflow");
      assertThat(ai.diagnose()).namesEither("node outtage", "queue overflow");
      assertThat(ai.diagnose()).namesAt("slow consumer", "node-1");
      assertThat(ai.diagnose()).namesAt("slow consumers", "node-1");
    }

    double rest(Laboratory laboratory, boolean little) {
      laboratory.perform("flod", Monitor::violations);
      laboratory.perform("flood", monitor -> monitor.awaitViolation("backlog-tiny"));
      return laboratory.perform(
          little ? "short-floods" : "flood",
          monitor -> monitor.observeNow().signal("back-log").value());
    }

    void notSaid(Monitor monitor, String id) {
      String other = "no id";
      monitor.status(id);
      monitor.status("no id " + id);
      monitor.status(other.strip());
      assertThat(List.of("no id", monitor.status(id).invariant().id())).isNotEmpty();
      assertThat("no id").isEqualTo(String.valueOf(monitor.awaitViolation(id)));
    }
  }

  @Test
  void everyNameThatTheSubjectDoesNotHave_isToldWithItsLine() {
    List<String> found =
        ChapterWords.mistakes(
            Typos.class, new ToySubject(), ExperimentFile.ifRight(new ToySubject()));

    assertThat(found)
        .allMatch(
            sentence ->
                sentence.matches(
                    "io\\.chaoschapters\\.check\\.ChapterWordsTest\\$Typos"
                        + " \\(ChapterWordsTest\\.java:[0-9]+\\): subject 'toy' has no .*"))
        .extracting(sentence -> sentence.replaceFirst(".*has no ", "").replaceFirst(" \\(.*", ""))
        .containsExactlyInAnyOrder(
            "invariant 'backlogs-small'; did you mean 'backlog-small'?",
            "invariant 'backlog-smal'; did you mean 'backlog-small'?",
            "invariant 'nodes-anser'; did you mean 'nodes-answer'?",
            "invariant 'backlog-tiny'",
            "term in its glossary 'queue owerflow'; did you mean 'queue overflow'?",
            "term in its glossary 'node outtage'; did you mean 'node outage'?",
            "term in its glossary 'slow consumers'; did you mean 'slow consumer'?",
            "experiment 'flod'; did you mean 'flood'?",
            "signal 'back-log'; did you mean 'backlog'?");
  }

  /** Asserts what an experiment expects, and what it does not. */
  static class Contradicting {
    void flood(Diagnostician ai) {
      assertThat(ai.diagnose()).names("queue overflow");
      assertThat(ai.diagnose()).namesEither("node outage", "queue overflow");
      assertThat(ai.diagnose()).namesAt("node outage", "node-1");
      assertThatCode(() -> assertThat(ai.diagnose()).names("slow consumer"))
          .doesNotThrowAnyException();
      assertThat(ai.diagnose()).findsNoAnomaly();
    }

    void noChapter(Diagnostician ai) {
      assertThat(ai.diagnose()).names("node outage");
    }
  }

  @Test
  void assertionThatTheExperimentContradicts_isToldWithBoth() {
    ToySubject toy = new ToySubject();

    List<String> found =
        ChapterWords.contradictions(
            Contradicting.class, toy, Map.of("flood", ExperimentFile.load(toy).find("flood")));

    assertThat(found)
        .allMatch(sentence -> sentence.contains("its experiment 'flood' expects 'queue overflow'"))
        .extracting(sentence -> sentence.replaceFirst(".*asserts (.*), but.*", "$1"))
        .containsExactly("'node outage'", "no anomaly", "'slow consumer'");
  }
}
