package io.chaoschapters.subject.yaml;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.local.LocalRuntimeProvider;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultPlan;
import io.chaoschapters.subject.FaultType;
import io.chaoschapters.subject.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A JVM that is ended while a command of a fault runs; its folder and the command are given. */
final class CommandVictim {
  private CommandVictim() {}

  /** Starts the shop and injects a fault whose command does not end. */
  @SuppressWarnings("unchecked") // The subject's own types are for its own cluster.
  public static void main(String[] arguments) {
    YamlSubject subject = new YamlSubject(ShopFile.read(text(arguments[1])));
    ComponentRuntime runtime =
        new LocalRuntimeProvider()
            .open(new RuntimeContext("run", Path.of(arguments[0]), Settings.ofProcess()));
    Cluster shop = subject.start(runtime);
    FaultType<Cluster> jam = (FaultType<Cluster>) subject.faults().get(0);
    jam.plan(
            new FaultPlan<>(
                shop, List.of(), Duration.ofMinutes(9), Parameters.parse(List.of(), Map.of())))
        .inject();
  }

  private static String text(String seconds) {
    return ShopFile.with(
            "inject: [touch, \"{till-1.folder}/jam\"]",
            "inject: [sh, -c, 'sleep " + seconds + " & wait']")
        .replace("    witness:", "    within: 9m\n    witness:");
  }
}
