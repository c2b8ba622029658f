package io.chaoschapters.runtime.local;

import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.components.LazyRuntime;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.settings.AttachSettings;
import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/** Runs components as processes of this machine; needs nothing to be installed. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LocalRuntimeProvider implements RuntimeProvider {
  static final String ID = "local";

  private final String operatingSystem;

  /** Made by {@link java.util.ServiceLoader}. */
  public LocalRuntimeProvider() {
    this(System.getProperty("os.name"));
  }

  LocalRuntimeProvider(String operatingSystem) {
    this.operatingSystem = operatingSystem;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int preference() {
    return 100;
  }

  @Override
  public Availability availability(List<String> images, Settings settings) {
    if (!settings.text(AttachSettings.ATTACH).isEmpty()) {
      return new Availability(
          false, "it attaches to nothing (setting attach); docker and kubernetes can");
    }
    String name = operatingSystem.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Availability(false, "processes cannot be frozen on Windows; use WSL or Docker");
    }
    if (Programs.onPath("kill").isEmpty()) {
      return new Availability(
          false, "there is no kill program on the PATH, which freezes processes; install procps");
    }
    if (name.startsWith("linux") || name.startsWith("mac")) {
      return new Availability(true, "components run as processes of this machine");
    }
    return new Availability(
        false, "it is known to work on Linux and macOS only, not on " + operatingSystem);
  }

  @Override
  public ComponentRuntime open(RuntimeContext context) {
    return new LazyRuntime(ID, () -> LocalCluster.open(context));
  }

  @Override
  public List<Leftover> leftovers(List<Path> cutOff) {
    return LocalLeftovers.find(cutOff);
  }
}
