package io.chaoschapters.junit;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.runtime.logs.LibraryLogs;
import java.lang.reflect.Modifier;
import org.apiguardian.api.API;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.SelectorResolutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Sees to it that libraries can be given log files, before anything has logged, and that a class of
 * chapters without one ends the discovery: JUnit leaves it out, so that the build would be green.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EarlyLogs implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    LibraryLogs.install();
    session.getLauncher().registerLauncherDiscoveryListeners(new Chapterless());
  }

  private static final class Chapterless implements LauncherDiscoveryListener {
    @Override
    public void selectorProcessed(
        UniqueId engine, DiscoverySelector selector, SelectorResolutionResult result) {
      if (result.getStatus() == SelectorResolutionResult.Status.UNRESOLVED
          && engine.getLastSegment().getValue().equals("junit-jupiter")
          && selector instanceof ClassSelector of
          && !Modifier.isAbstract(of.getJavaClass().getModifiers())
          && AnnotationSupport.isAnnotated(of.getJavaClass(), ChaosDemo.class)) {
        ChapterPlan.of(of.getJavaClass());
      }
    }
  }
}
