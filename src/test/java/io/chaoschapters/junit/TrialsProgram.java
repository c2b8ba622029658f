package io.chaoschapters.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.chaoschapters.toy.ToyQueueShow;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Makes trials of the toy as a build does, in a process that a test can cut off. */
final class TrialsProgram {
  private TrialsProgram() {}

  /** Takes all that it needs from system properties. */
  public static void main(String[] args) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ToyQueueShow.class))
                .build());
  }
}
