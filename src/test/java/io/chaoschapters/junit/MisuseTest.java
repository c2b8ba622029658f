package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosAssertions;
import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.subject.installed.UnknownSubjectException;
import io.chaoschapters.subjects.ratelimiter.RateLimiterCluster;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake gets one sentence: what, where, what to do. Nothing is started for it. */
class MisuseTest {
  private static final String HERE = MisuseTest.class.getName();

  private static void assertRefused(Class<?> fixture, String... parts) {
    Throwable failure = DemoRun.of(fixture).containerFailure();
    assertThat(failure)
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContainingAll(parts);
    assertThat(DemoRun.named(fixture.getSimpleName()).output()).doesNotExist();
  }

  @ChaosDemo(subject = "toy")
  static class UnknownExperiment {
    @Chapter(order = 1, title = "Misspelt")
    @Experiment("floood")
    void misspelt() {}
  }

  @Test
  void unknownExperiment_namesClassMethodFileAndNearMatch() {
    assertRefused(
        UnknownExperiment.class,
        "Chapter " + HERE + "$UnknownExperiment.misspelt: ",
        "No experiment 'floood' in 'chaos/toy.yaml'",
        "did you mean 'flood'?",
        "known: flood, short-flood");
  }

  @ChaosDemo(subject = "toy")
  static class SameOrder {
    @Chapter(order = 1, title = "One")
    void one() {}

    @Chapter(order = 1, title = "Another")
    void another() {}
  }

  @Test
  void sameOrderTwice_namesBothMethods() {
    assertRefused(
        SameOrder.class, "$SameOrder.", "has order 1, and so has", "one", "another", "of its own.");
  }

  @ChaosDemo(subject = "toy")
  static class OrderZero {
    @Chapter(order = 0, title = "Zero")
    void zero() {}
  }

  @Test
  void orderZero_isRefused() {
    assertRefused(OrderZero.class, "$OrderZero.zero has order 0. Chapters count from 1.");
  }

  @ChaosDemo(subject = "toy")
  static class NoTitle {
    @Chapter(order = 1, title = " ")
    void untitled() {}
  }

  @Test
  void blankTitle_isRefused() {
    assertRefused(NoTitle.class, "$NoTitle.untitled has no title.");
  }

  @ChaosDemo(subject = "toy")
  static class FaultInSetUp {
    @Chapter(order = 1, title = "Both", setup = true)
    @Experiment("flood")
    void both() {}
  }

  @Test
  void setUpWithInject_isRefused() {
    assertRefused(FaultInSetUp.class, "$FaultInSetUp.both is a set-up chapter with @Experiment.");
  }

  @ChaosDemo(subject = "toy")
  static class InjectAlone {
    @Chapter(order = 1, title = "Fine")
    void fine() {}

    @Experiment("flood")
    void alone() {}
  }

  @Test
  void injectWithoutChapter_isRefused() {
    assertRefused(InjectAlone.class, "$InjectAlone.alone has @Experiment but no @Chapter.");
  }

  @ChaosDemo(subject = "toy")
  static class Repeated {
    @Chapter(order = 1, title = "Once more")
    @RepeatedTest(3)
    void again() {}
  }

  @ChaosDemo(subject = "toy")
  static class Parameterized {
    @Chapter(order = 1, title = "With each of them")
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void each() {}
  }

  @ChaosDemo(subject = "toy")
  static class Factory {
    @Chapter(order = 1, title = "Makes others")
    @TestFactory
    List<DynamicTest> others() {
      return List.of();
    }
  }

  @ChaosDemo(subject = "toy")
  static class AsWellATest {
    @Chapter(order = 1, title = "As well a test")
    @Test
    void once() {}
  }

  @Test
  void chapterThatWouldBeRepeated_isRefused() {
    String advice = " beside @Chapter, but a chapter is performed once. Drop @";
    assertRefused(Repeated.class, "$Repeated.again has @RepeatedTest" + advice + "RepeatedTest,");
    assertRefused(
        Parameterized.class,
        "$Parameterized.each has @ParameterizedTest" + advice + "ParameterizedTest,");
    assertRefused(Factory.class, "$Factory.others has @TestFactory" + advice + "TestFactory,");
    assertThat(DemoRun.of(AsWellATest.class).verdicts()).containsOnlyKeys("01-once");
  }

  @ChaosDemo(subject = "toy")
  @ParameterizedClass
  @ValueSource(ints = {1, 2})
  static class PlayedTwice {
    @Parameter int number;

    @Chapter(order = 1, title = "Twice")
    void twice() {}
  }

  @Test
  void classThatWouldBeRepeated_isRefused() {
    assertRefused(
        PlayedTwice.class, "$PlayedTwice is run more than once, but a show is played once.");
  }

  @ChaosDemo(subject = "toy")
  static class NoChapter {
    @Test
    void plain() {}
  }

  @Test
  void classWithoutChapters_isRefused() {
    assertRefused(NoChapter.class, "$NoChapter has no chapter.");
  }

  @ChaosDemo(subject = "toy")
  static class WithPlain {
    @Chapter(order = 1, title = "Fine")
    void fine() {}

    @Test
    void plain() {}
  }

  @Test
  void plainTestAmongChapters_isRefusedAndTheChaptersRun() {
    DemoOutcome outcome = DemoRun.of(WithPlain.class);
    assertThat(outcome.failure("plain"))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("$WithPlain.plain is a test but not a chapter.");
    assertThat(outcome.failure("plain").getSuppressed()).isEmpty();
    assertThat(outcome.verdicts()).containsOnlyKeys("01-fine");
  }

  @ChaosDemo(subject = "tyo")
  static class UnknownSubject {
    @Chapter(order = 1, title = "Nothing to show")
    void nothing() {}
  }

  @Test
  void unknownSubject_listsTheKnown() {
    assertThat(DemoRun.of(UnknownSubject.class).containerFailure())
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageStartingWith("No subject 'tyo' (known: ")
        .hasMessageContaining("toy")
        .hasMessageContainingAll(
            "did you mean 'toy'?",
            "-Dsubject=<id>",
            "@ChaosDemo",
            "META-INF/services/io.chaoschapters.subject.Subject");
  }

  /** What it says of itself is in the glossary, which every diagnoser is shown. */
  @ChaosDemo(subject = "toy")
  static class Telling {
    @Chapter(order = 1, title = "One item fails again and again")
    @Experiment("flood")
    void flood(Diagnostician ai) {
      ai.diagnose();
    }

    @Chapter(order = 2, title = "Refuses connections")
    void asksNobody() {}
  }

  @Test
  void titleThatADefinitionRepeats_isToldBeforeAnythingStarts() {
    assertRefused(
        Telling.class,
        "Chapter " + HERE + "$Telling.flood: a definition of the glossary of 'toy' repeats",
        "'One item fails again and again'",
        "Reword the definition, or the chapter");
    assertThat(DemoRun.of(Telling.class).containerFailure())
        .message()
        .doesNotContain("Refuses connections");
  }

  @ChaosDemo(subject = "toy")
  static class Misspelt {
    @Chapter(order = 1, title = "A flood")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-smal");
      ChaosAssertions.assertThat(ai.diagnose()).names("queue owerflow");
    }
  }

  @Test
  void idAndTermInTheCodeOfAChapter_areToldBeforeAnythingStarts() {
    assertRefused(
        Misspelt.class,
        HERE + "$Misspelt (MisuseTest.java:",
        "subject 'toy' has no invariant 'backlog-smal'; did you mean 'backlog-small'? (known: ",
        "subject 'toy' has no term in its glossary 'queue owerflow'; did you mean 'queue overflow'?");
  }

  @ChaosDemo(subject = "toy")
  static class WrongParameters {
    @Chapter(order = 1, title = "A string")
    void string(String what) {}

    @Chapter(order = 2, title = "Somebody else's cluster")
    void foreign(RateLimiterCluster cluster) {}
  }

  @Test
  void parameterThatNothingGives_isToldWithWhatThereIs() {
    assertRefused(
        WrongParameters.class,
        "Chapter "
            + HERE
            + "$WrongParameters.string: it asks for a java.lang.String, which nothing",
        "Chapter " + HERE + "$WrongParameters.foreign: it asks for a ",
        "Monitor, Diagnostician, Laboratory, the cluster (io.chaoschapters.toy.ToyCluster) and",
        "@ExtendWith");
  }

  @ChaosDemo(subject = "toy")
  static class OneFlood {
    @Chapter(order = 1, title = "A flood")
    @Experiment("flood")
    void flood() {}
  }

  @Test
  void unknownDiagnoser_listsTheKnown() {
    DemoRun run = DemoRun.named("unknown-diagnoser").setting("ai", "tyo");
    assertThat(run.run(OneFlood.class).containerFailure())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("No diagnoser 'tyo'; did you mean 'toy'? (known: ")
        .hasMessageContaining("toy");
    assertThat(run.output()).doesNotExist();
  }

  @Test
  void glossaryWithoutTheExpectedTerm_isToldWithFileAndLine() {
    assertThat(
            withYaml(
                """
                subject: toy
                experiments:
                  flood:
                    description: A flood
                    method: {fault: flood, duration: 1s, items: 30}
                    expect: {anomaly: queue owerflow}
                """))
        .hasMessageContainingAll("chaos/toy.yaml:6", "queue owerflow", "queue overflow");
  }

  @Test
  void mistakeInTheExperimentFile_isToldWithFileAndLine() {
    assertThat(
            withYaml(
                """
                subject: toy
                experiments:
                  flood:
                    description: A flood
                    method: {fault: flood, duration: -1s, items: 30}
                    expect: {anomaly: queue overflow}
                """))
        .hasMessageContainingAll("chaos/toy.yaml:5", "duration", "-1s");
  }

  private static Throwable withYaml(String yaml) {
    return DemoRun.named("yaml-mistake")
        .resource("chaos/toy.yaml", yaml)
        .run(OneFlood.class)
        .containerFailure();
  }
}
