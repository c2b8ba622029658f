package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

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
  void noSubjectAskedFor_allAreLeft() {
    assertThat(found("")).containsExactly("ofAnother", "ofTheToy", "plain", "within");
  }

  @Test
  void subjectAskedFor_chaptersOfOthersAreGone_andPlainTestsStay() {
    assertThat(found("toy")).containsExactly("ofTheToy", "plain");
  }
}
