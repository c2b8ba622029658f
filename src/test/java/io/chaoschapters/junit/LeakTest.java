package io.chaoschapters.junit;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.toy.ToySubject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evidence that gives the answer away fails the chapter before anybody is asked. */
class LeakTest {

  /** What the toy holds to, in other words. */
  private static Invariant fewItems(String id, String statement) {
    return Invariant.ofSystem(
        id, statement, "items", seen -> Measurement.of(seen.signal("backlog"), Bound.atMost(10)));
  }

  /** The toy, with an invariant that names the anomaly. */
  public static final class Leaky extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      return List.of(
          fewItems("backlog-small", "there is no queue overflow"), super.invariants().get(1));
    }
  }

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("queue overflow");
    }
  }

  @Test
  void statementNamesTheAnomaly_chapterFailsAndNobodyIsAsked() {
    DemoOutcome outcome =
        DemoRun.named("leaky").service(Subject.class, Leaky.class).run(Flood.class);
    assertThat(outcome.failure("flood"))
        .isInstanceOf(LeakException.class)
        .hasMessageContainingAll("gives the answer away", "queue overflow");
    assertThat(outcome.verdicts().values()).containsExactly(ChapterVerdict.FAIL);
    assertThat(outcome.happened()).doesNotContain("DIAGNOSIS_ASKED");
  }

  @ChaosDemo(subject = "toy")
  static class TellingTitle {
    @Chapter(order = 1, title = "Few items wait in the queue")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
    }
  }

  @Test
  void evidenceRepeatsTheTitle_chapterFails() {
    assertThat(DemoRun.of(TellingTitle.class).failure("flood")).isInstanceOf(LeakException.class);
  }

  @Test
  void experimentOfTheChapter_mayNotBeInTheEvidence() {
    ChapterPlan plan = ChapterPlan.of(Flood.class);
    ForbiddenPhrasesBuilder forbidden =
        new ForbiddenPhrasesBuilder(
            ChapterRun.phrases(plan, plan.chapters().get(0)), new ToySubject());
    assertThat(forbidden.phrases().anywhere())
        .contains("Flood", "flood", "Three times what it holds");
  }

  /** The toy, which says a fault's name of itself whatever happens. */
  static final class Slow extends ToySubject {
    @Override
    public List<Invariant> invariants() {
      return List.of(fewItems("quick", "the latency stays low"));
    }
  }

  @Test
  void faultsThatEveryComponentKnows_mayNotBeInTheEvidenceUnlessTheSubjectAlwaysSaysThem() {
    ChapterPlan plan = ChapterPlan.of(Flood.class);
    ChapterInfo flood = plan.chapters().get(0);
    assertThat(
            new ForbiddenPhrasesBuilder(ChapterRun.phrases(plan, flood), new ToySubject())
                .phrases()
                .outsideGlossary())
        .containsExactly("freeze", "kill", "throttle", "partition", "latency");
    assertThat(
            new ForbiddenPhrasesBuilder(ChapterRun.phrases(plan, flood), new Slow())
                .phrases()
                .outsideGlossary())
        .containsExactly("freeze", "kill", "throttle", "partition");
  }

  /** The toy, whose words give an experiment away. */
  static final class Telling extends ToySubject {
    @Override
    public Glossary glossary() {
      return new Glossary(
          List.of(
              Term.of("overflow", "A flood of items waits."),
              Term.of("outage", "A node does not answer.")));
    }
  }

  @Test
  void whatTheSubjectSaysOfAnExperiment_isToldBeforeItStarts() {
    ToySubject telling = new Telling();
    var experiments = ExperimentFile.load(new ToySubject()).experiments();

    assertThat(ForbiddenPhrasesBuilder.told(telling, experiments))
        .anyMatch(
            sentence ->
                sentence.matches(
                    "chaos/toy.yaml:\\d+: experiment 'flood' says 'flood' in \".*A flood of items waits.*\", which every diagnoser is shown, so it would be told the answer. Rename the experiment, or reword its description or that text."));
  }

  @Test
  void shippedSubjects_tellNothingOfTheirExperiments() {
    assertThat(Subjects.all())
        .allSatisfy(
            subject ->
                assertThat(
                        ForbiddenPhrasesBuilder.told(
                            subject, ExperimentFile.load(subject).experiments()))
                    .isEmpty());
  }
}
