package io.chaoschapters.presenter.live;

import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.StageHost;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Plays chapters through the JUnit Launcher, one execution a chapter, in one session.
 *
 * <p>So the presenter can play them in any order and more than once; the show itself lives with the
 * host.
 */
final class ChapterLauncher implements AutoCloseable {
  private static final String JUPITER = "junit-jupiter";

  private final LauncherSession session = LauncherFactory.openSession();
  private final StageHost host;

  ChapterLauncher(StageHost host) {
    this.host = host;
  }

  /** Plays a chapter; its result is in the journal. */
  void play(ChapterPlan plan, ChapterInfo info) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectMethod(plan.type(), info.method()))
            // Others on the class path have no part in a show, and must not spoil it.
            .filters(EngineFilter.includeEngines(JUPITER))
            // Whatever a project's own tests do: the host is found by this thread.
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    FailureNote failures = new FailureNote();
    host.lead(() -> session.getLauncher().execute(request, failures));
    failures.rethrow();
  }

  /** Ends the session, and the shows of the host. */
  @Override
  public void close() {
    try {
      session.close();
    } finally {
      host.close();
    }
  }
}
