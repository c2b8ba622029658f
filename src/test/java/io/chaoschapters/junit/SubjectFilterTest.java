package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.subject.installed.UnknownSubjectException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Which classes are left when a subject is asked for; the launcher finds the filter by itself. */
class SubjectFilterTest {

  @ChaosDemo(subject = "toy")
  static class OfTheToy {
    @Chapter(order = 1, title = "Wanted")
    void ofTheToy() {}
  }

  @ChaosDemo(subject = "another")
  static class OfAnother {
    @Chapter(order = 1, title = "Not wanted")
    void ofAnother() {}

    @Nested
    class Inner {
      @Test
      void within() {}
    }
  }

  static class Plain {
    @Test
    void plain() {}
  }

  private static List<String> found(String subject) {
    return DemoRun.named("filter")
        .setting("subject", subject)
        .within(
            new ByteArrayOutputStream(),
            () -> {
              TestPlan plan =
                  LauncherFactory.create()
                      .discover(
                          LauncherDiscoveryRequestBuilder.request()
                              .selectors(
                                  selectClass(OfTheToy.class),
                                  selectClass(OfAnother.class),
                                  selectClass(Plain.class))
                              .build());
              return plan.getRoots().stream()
                  .flatMap(root -> tests(plan, root))
                  .map(test -> test.getDisplayName().replace("()", ""))
                  .sorted()
                  .toList();
            });
  }

  private static Stream<TestIdentifier> tests(TestPlan plan, TestIdentifier root) {
    return plan.getDescendants(root).stream().filter(TestIdentifier::isTest);
  }

  @Test
  void subjectThatIsNotThere_endsTheDiscovery_soThatTheBuildIsNotGreen() {
    assertThatThrownBy(() -> found("tyo"))
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageStartingWith("No subject 'tyo' (known: ");
  }

  @ChaosDemo(subject = "toy")
  static class Chapterless {
    void forgotten() {}
  }

  @ChaosDemo(subject = "toy")
  abstract static class Base {}

  @Test
  void classWithoutATest_isNotLeftOutInSilence() {
    assertThat(failures(Chapterless.class))
        .singleElement(InstanceOfAssertFactories.THROWABLE)
        .hasStackTraceContaining("SubjectFilterTest$Chapterless has no chapter. Annotate at least");
    assertThat(failures(Base.class)).isEmpty();
  }

  private static List<Throwable> failures(Class<?> type) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
              summary);
    }
    return summary.getSummary().getFailures().stream()
        .map(TestExecutionSummary.Failure::getException)
        .toList();
  }

  @Test
  void noSubjectAskedFor_allAreLeft() {
    assertThat(found("")).containsExactly("ofAnother", "ofTheToy", "plain", "within");
  }

  @Test
  void subjectAskedFor_chaptersOfOthersAreGone_andPlainTestsStay() {
    assertThat(found("toy")).containsExactly("ofTheToy", "plain");
  }
}
