package io.chaoschapters.safety.soak;

import java.util.List;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** All chapters of the subject that the settings name, once, as a build plays them. */
final class Round {
  private static final String CHAPTERS = "io.chaoschapters.chapters";

  private Round() {}

  /** Plays; returns what failed, a line each. */
  static List<String> play() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (LauncherSession session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectPackage(CHAPTERS))
                  .filters(
                      EngineFilter.includeEngines("junit-jupiter"),
                      ClassNameFilter.includeClassNamePatterns(".*Chapters"))
                  .build(),
              summary);
    }
    if (summary.getSummary().getTestsStartedCount() == 0) {
      return List.of("no chapter was played");
    }
    return summary.getSummary().getFailures().stream()
        .map(
            failure ->
                failure.getTestIdentifier().getDisplayName()
                    + ": "
                    + String.valueOf(failure.getException().getMessage())
                        .strip()
                        .replaceAll("\\s+", " "))
        .toList();
  }
}
