package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import io.chaoschapters.runtime.ContainerProgram;
import java.time.Duration;
import java.util.List;

/** Says to the engine what a Compose file says of a container. */
final class ContainerSetup {
  /** As often as everything is observed: what a check says later would be told too late. */
  private static final Duration CHECK_EVERY = Duration.ofSeconds(1);

  private ContainerSetup() {}

  static void apply(ContainerProgram.Setup setup, CreateContainerCmd command) {
    if (setup.entrypoint() != null) {
      command.withEntrypoint(setup.entrypoint());
    }
    if (setup.workingFolder() != null) {
      command.withWorkingDir(setup.workingFolder());
    }
    if (setup.user() != null) {
      command.withUser(setup.user());
    }
    ContainerProgram.Check check = setup.check();
    if (check != null) {
      command.withHealthcheck(
          new HealthCheck()
              .withTest(check.test())
              .withInterval(CHECK_EVERY.toNanos())
              .withTimeout(check.within().toNanos())
              .withRetries(check.retries())
              .withStartPeriod(check.startPeriod().toNanos()));
    }
  }

  static List<Mount> mounts(ContainerProgram.Setup setup) {
    return setup.mounts().stream().map(ContainerSetup::mount).toList();
  }

  /** A volume without a name is new, and is removed with its container. */
  private static Mount mount(ContainerProgram.Mount mount) {
    Mount made = new Mount().withTarget(mount.to()).withReadOnly(mount.readOnly());
    if (mount.memory()) {
      return made.withType(MountType.TMPFS);
    }
    return mount.from() == null
        ? made.withType(MountType.VOLUME)
        : made.withType(MountType.BIND).withSource(mount.from().toString());
  }
}
