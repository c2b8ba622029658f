package io.chaoschapters.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.chaoschapters.toy.ToyQueueShow;
import java.io.PrintWriter;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Plays the toy's chapters, or makes trials of them, as a build does, in a process that a test can
 * cut off. Exit code 1: something failed.
 */
final class ToyProgram {
  private ToyProgram() {}

  /** Takes all that it needs from system properties. */
  public static void main(String[] args) {
    SummaryGeneratingListener results = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ToyQueueShow.class))
                .filters(EngineFilter.excludeEngines("jqwik")) // it does not run on every JUnit
                .build(),
            results);
    results.getSummary().printFailuresTo(new PrintWriter(System.out, true, UTF_8), 0);
    if (results.getSummary().getTotalFailureCount() > 0) {
      System.exit(1);
    }
  }
}
