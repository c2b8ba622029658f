package io.chaoschapters.safety.victims;

import io.chaoschapters.junit.Conductor;
import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.text.Symbols;
import java.io.IOException;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Plays chapters of a victim on one cluster, one after the other, without anybody who presses keys.
 * After each it prints a line, and waits for one.
 */
public final class VictimMain {
  /** What a line begins with, that tells of a chapter that was played. */
  public static final String PLAYED = "PLAYED ";

  private static final String TIMEOUT = "junit.jupiter.execution.timeout.test.method.default";

  private VictimMain() {}

  /** Takes the class of chapters, and {@code <method>:<mischief>} for each play. */
  public static void main(String[] arguments) throws ClassNotFoundException, IOException {
    Class<?> chapters = Class.forName(arguments[0]);
    try (LauncherSession session = LauncherFactory.openSession();
        StageHost host =
            new StageHost(
                Conductor.none(),
                new RunProjection(new PlainStage(System.out, Symbols.ASCII)),
                new OpenShows())) {
      for (int i = 1; i < arguments.length; i++) {
        String[] play = arguments[i].split(":");
        Mischief mischief = Mischief.valueOf(play[1]);
        mischief.ask();
        host.lead(() -> session.getLauncher().execute(request(chapters, play[0], mischief)));
        System.out.println(PLAYED + arguments[i]);
        if (!isToGoOn()) {
          return;
        }
      }
    }
  }

  private static boolean isToGoOn() throws IOException {
    int read = System.in.read();
    while (read >= 0 && read != '\n') {
      read = System.in.read();
    }
    return read >= 0;
  }

  private static LauncherDiscoveryRequest request(
      Class<?> chapters, String method, Mischief mischief) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                DiscoverySelectors.selectMethod(
                    chapters.getName()
                        + "#"
                        + method
                        + "(io.chaoschapters.monitor.Monitor, io.chaoschapters.diagnosis.Diagnostician)"));
    if (mischief == Mischief.TIMES_OUT) {
      request.configurationParameter(TIMEOUT, "300 ms");
    }
    return request.build();
  }
}
